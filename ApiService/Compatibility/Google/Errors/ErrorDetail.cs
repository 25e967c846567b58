using System.Text.Json.Serialization;

namespace ApiService.Compatibility.Google.Errors;

/// <summary>What a client can read of an error beside its message; the types are those of <c>google/rpc/error_details.proto</c>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "@type")]
[JsonDerivedType(typeof(ErrorInfo), "type.googleapis.com/google.rpc.ErrorInfo")]
[JsonDerivedType(typeof(BadRequest), "type.googleapis.com/google.rpc.BadRequest")]
[JsonDerivedType(typeof(RetryInfo), "type.googleapis.com/google.rpc.RetryInfo")]
[JsonDerivedType(typeof(RequestInfo), "type.googleapis.com/google.rpc.RequestInfo")]
internal abstract record ErrorDetail;
