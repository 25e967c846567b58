// The login page: where to go afterwards, and that the token was not the right one.

import { byId } from "../shared/elements.js";

const asked = new URLSearchParams(location.search);
byId("return").value = asked.get("returnUrl") ?? "";
if (asked.has("failed")) {
  byId("failed").textContent = "This is not the token of the AppHost that runs now.";
}
