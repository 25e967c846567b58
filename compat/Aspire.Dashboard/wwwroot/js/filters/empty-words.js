// What to say where a list of telemetry has nothing to show: nothing matches, only probes came, or nothing came at all.

import { button } from "../shared/elements.js";
import { heldOf } from "../shared/telemetry.js";

/** `none` is what to say if nothing has come; `showProbes` lets the hidden ones be seen. */
export function emptyWords({ kind, isFiltered, hidesProbes, showProbes, none }) {
  if (isFiltered) {
    return { title: "Nothing is like that", text: `None of the ${kind} that are held match the filters. Take one away, or wait: new ones appear by themselves.` };
  }

  return hidesProbes && heldOf(kind) > 0
    ? { title: "Only health probes so far", text: "They come by the second and tell little, so they are hidden.", acts: [button("Show them", showProbes)] }
    : none;
}
