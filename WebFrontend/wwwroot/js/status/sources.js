// Who tells which figures. The engine is a service of its own, or runs in the API.

/** The name of the service that a reading has the figures of "api" or "engine" from. */
export const serviceOf = ({ services }, source) => (source === "engine" && services?.inference ? "inference" : "api");

export const figuresOf = (reading, source) => reading.services?.[serviceOf(reading, source)]?.figures;
