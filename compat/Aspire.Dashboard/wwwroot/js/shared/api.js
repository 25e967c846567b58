// The dashboard's own API. What a person is not logged in for leads to the login page.

import { say } from "./toast.js";

const root = "/api/dashboard";

/** What the server says is wrong, or that it says nothing at all (`isLost`). */
class Problem extends Error {
  constructor(message, { status, isLost = false } = {}) {
    super(message);
    this.status = status;
    this.isLost = isLost;
  }
}

/** An address with parameters; a list gives the parameter several times, and an empty one none. */
export function addressOf(path, parameters = {}) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    for (const one of [value].flat()) {
      if (one !== undefined && one !== null && one !== "" && one !== false) {
        query.append(name, one);
      }
    }
  }

  return `${root}/${path}${query.size > 0 ? `?${query}` : ""}`;
}

export const read = async (path, parameters, signal) => (await ask("GET", addressOf(path, parameters), { signal })).json();

export const remove = (path, parameters) => ask("DELETE", addressOf(path, parameters));

export const post = (path, body) =>
  ask("POST", addressOf(path), body && { headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });

/** Does what a person asked for, and says so if it did not succeed. */
export async function attempt(act) {
  try {
    return await act();
  } catch (error) {
    say(error.message);
    return undefined;
  }
}

async function ask(method, address, { headers, body, signal } = {}) {
  const reply = await fetch(address, { method, headers: { ...headers, "X-Dashboard": "1" }, body, signal }).catch((error) => {
    throw error.name === "AbortError" ? error : new Problem("The dashboard's server does not answer.", { isLost: true });
  });
  if (reply.status === 401) {
    logIn();
  }

  if (!reply.ok) {
    const problem = await reply.json().catch(() => ({}));
    throw new Problem(problem.detail ?? problem.title ?? `The server answered ${reply.status}.`, { status: reply.status });
  }

  return reply;
}

const logIn = () => location.assign(`/login?returnUrl=${encodeURIComponent(location.pathname + location.search)}`);
