// Asks the reader's authenticator for a passkey and sends what it says as an ordinary form. Where there is no script or
// no such thing in the browser, the page says what to do instead.
(() => {
  "use strict";
  const form = document.querySelector("form[data-passkey]");
  if (!form || !window.PublicKeyCredential || !navigator.credentials) return;
  const part = (name) => document.querySelector(`[data-passkey-${name}]`);
  const show = (name, is) => { const found = part(name); if (found) found.hidden = !is; };
  show("without", false);
  show("with", true);

  const bytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
  const text = (buffer) => {
    const letters = Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join("");
    return btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  };
  const fill = (name, buffer) => { form.elements.namedItem(name).value = buffer ? text(buffer) : ""; };
  const asked = form.dataset;

  const use = () => navigator.credentials.get({
    publicKey: { challenge: bytes(asked.challenge), rpId: asked.host, userVerification: "required", timeout: 120000 },
  });
  const make = () => navigator.credentials.create({
    publicKey: {
      challenge: bytes(asked.challenge),
      rp: { id: asked.host, name: asked.site },
      user: { id: bytes(asked.user), name: asked.email, displayName: asked.called },
      pubKeyCredParams: asked.algorithms.split(" ").map((alg) => ({ type: "public-key", alg: Number(alg) })),
      excludeCredentials: asked.own.split(" ").filter(Boolean).map((id) => ({ type: "public-key", id: bytes(id) })),
      authenticatorSelection: { residentKey: "required", requireResidentKey: true, userVerification: "required" },
      attestation: "none",
      timeout: 120000,
    },
  });

  let isAsking = false;
  const ask = async () => {
    if (isAsking) return;
    isAsking = true;
    show("failed", false);
    show("known", false);
    try {
      const { rawId, response } = await (asked.passkey === "make" ? make() : use());
      fill("id", rawId);
      fill("client-data", response.clientDataJSON);
      fill("authenticator-data", response.getAuthenticatorData ? response.getAuthenticatorData() : response.authenticatorData);
      fill("signature", response.signature);
      fill("user", response.userHandle);
      form.submit();
    } catch (trouble) {
      show(trouble.name === "InvalidStateError" && part("known") ? "known" : "failed", true);
    } finally {
      isAsking = false;
    }
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask();
  });
  if ("starts" in asked) ask();
})();
