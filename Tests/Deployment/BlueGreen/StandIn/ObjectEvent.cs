using System.Text.Json.Nodes;

namespace Tests.Deployment.BlueGreen.StandIn;

/// <summary>That an object was <c>ADDED</c>, <c>MODIFIED</c> or <c>DELETED</c>.</summary>
internal sealed record ObjectEvent(long Version, string Type, ObjectKey Key, JsonObject Content);
