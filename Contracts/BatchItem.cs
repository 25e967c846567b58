namespace Contracts;

/// <summary>What became of one image of a batch: an analysis or a problem.</summary>
/// <param name="Index">The image's place in the request, from 0.</param>
/// <param name="Analysis">What is in it.</param>
/// <param name="Problem">Why it could not be analysed; the others are valid all the same.</param>
public sealed record BatchItem(int Index, Analysis? Analysis = null, Problem? Problem = null);
