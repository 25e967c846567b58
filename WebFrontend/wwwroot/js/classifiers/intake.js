// Puts pictures into the classes of a draft.

import { language } from "../shared/text.js";

const byName = new Intl.Collator(language, { numeric: true });

/**
 * Takes in [{ file, folder }]. With a `target` all go to that class; without one each folder is a class, and what lies in none
 * goes to a class without a name. Gives what was left out, as Draft tells it, and that class.
 */
export async function takeIn(draft, pictures, target) {
  const groups = [...Map.groupBy(pictures, ({ folder }) => (target ? undefined : folder))]
    .sort(([one], [other]) => byName.compare(one ?? "", other ?? ""));
  const leftOut = { twice: [], others: [] };
  let nameless;
  for (const [folder, group] of groups) {
    const home = target ?? (folder === undefined ? nameless = draft.emptyClass() : draft.classNamed(folder));
    const { twice, others } = await draft.addPictures(home, group.map(({ file }) => file));
    leftOut.twice.push(...twice);
    leftOut.others.push(...others);
    if (home.examples.length === 0 && folder !== undefined) {
      draft.removeClass(home);
    }
  }

  // Only now: somebody may have begun with one of them meanwhile.
  if (groups.some(([folder]) => folder !== undefined)) {
    draft.removeEmptyClasses();
  }

  return { leftOut, nameless };
}
