using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.EventEmitters;

namespace Aspire.Hosting.Publishing.Yaml;

/// <summary>Puts texts in double quotes, so that none of them is read as a number or a truth value; keys stay as they are.</summary>
internal sealed class QuotedTextEmitter(IEventEmitter nextEmitter) : ChainedEventEmitter(nextEmitter)
{
    /// <summary>For each open collection: whether the next scalar is a key. A sequence has none.</summary>
    private readonly Stack<bool?> keyIsNext = new();

    public override void Emit(MappingStartEventInfo eventInfo, IEmitter emitter)
    {
        ValueBegins();
        keyIsNext.Push(true);
        base.Emit(eventInfo, emitter);
    }

    public override void Emit(MappingEndEventInfo eventInfo, IEmitter emitter)
    {
        keyIsNext.Pop();
        base.Emit(eventInfo, emitter);
    }

    public override void Emit(SequenceStartEventInfo eventInfo, IEmitter emitter)
    {
        ValueBegins();
        keyIsNext.Push(null);
        base.Emit(eventInfo, emitter);
    }

    public override void Emit(SequenceEndEventInfo eventInfo, IEmitter emitter)
    {
        keyIsNext.Pop();
        base.Emit(eventInfo, emitter);
    }

    public override void Emit(ScalarEventInfo eventInfo, IEmitter emitter)
    {
        if (!ValueBegins() && eventInfo.Source.Type == typeof(string))
        {
            eventInfo.Style = ScalarStyle.DoubleQuoted;
        }

        base.Emit(eventInfo, emitter);
    }

    /// <returns>Whether it is a key that begins.</returns>
    private bool ValueBegins()
    {
        if (!keyIsNext.TryPop(out var isKey))
        {
            return false;
        }

        keyIsNext.Push(isKey is null ? null : !isKey);
        return isKey == true;
    }
}
