// What this browser keeps for the page. Where it keeps nothing (a private window, no room), the page works without.

const reading = (storage) => (name) => {
  try {
    return JSON.parse(storage().getItem(name)) ?? undefined;
  } catch {
    return undefined;
  }
};

const writing = (storage) => (name, value) => {
  try {
    if (value === undefined) {
      storage().removeItem(name);
    } else {
      storage().setItem(name, JSON.stringify(value));
    }
  } catch {
    // Then it is not kept.
  }
};

// Asking for the storage is what fails where a browser gives none.
const local = () => localStorage;
const session = () => sessionStorage;

export const readLocal = reading(local);
export const writeLocal = writing(local);
export const readSession = reading(session);
export const writeSession = writing(session);
