using System.Text.Json.Nodes;

namespace Tests.Deployment.BlueGreen.StandIn;

/// <summary>An object as it is now, and who has set which of its fields.</summary>
internal sealed record StoredObject(JsonObject Content, FieldOwners Owners)
{
    public StoredObject Copy() => new((JsonObject)Content.DeepClone(), Owners.Copy());
}
