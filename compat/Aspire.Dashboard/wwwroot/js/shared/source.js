// A resource's name with its colour.

import { around, element } from "./elements.js";
import { colorOf } from "./telemetry.js";

export const source = (name) => around("span", `source ${colorOf(name)}`, element("span", name));
