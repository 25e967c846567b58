namespace Aspire.Dashboard.Telemetry.Filters;

/// <summary>How a field is held against a value.</summary>
internal enum FilterOperator
{
    Equal,
    Contains,
    NotEqual,
    NotContains,
    Greater,
    Less,
    GreaterOrEqual,
    LessOrEqual,
}
