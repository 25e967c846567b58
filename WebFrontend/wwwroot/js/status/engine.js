// The engine is a service of its own, or runs in the API.

export const engineName = ({ services }) => (services.inference ? "inference" : "api");

export const engineOf = (reading) => reading.services[engineName(reading)].figures;
