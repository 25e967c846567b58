// The ways from a resource to what the other pages know of it.

import { addressOfResource } from "../shared/address.js";
import { link } from "../shared/elements.js";

/** What sends telemetry is named by the model; the instances of it share that name. */
const telemetryName = ({ name, replicaOf }) => replicaOf ?? name;

export const pageLinks = (resource) => [
  link("Console logs", addressOfResource("/consolelogs", resource.name)),
  link("Structured logs", addressOfResource("/structuredlogs", telemetryName(resource))),
  link("Traces", addressOfResource("/traces", telemetryName(resource))),
  link("Metrics", addressOfResource("/metrics", telemetryName(resource))),
];
