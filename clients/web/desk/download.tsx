// A file of the service, saved: asked for with the login's cookie, so that no address carries a secret.
import type { JSX } from "preact";
import { fetchFile } from "../core/session.ts";
import type { Desk } from "./desk.ts";

function saveAs(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** `path` begins after the conference's id; `name`: of the saved file. */
export function Download(props: { desk: Desk; path: string; name: string; text: string }): JSX.Element {
  const { desk, path, name, text } = props;
  const save = (): void => {
    const address = `api/v1/conferences/${desk.session.conference.id}${path}`;
    fetchFile(address).then((blob) => saveAs(blob, name), desk.report);
  };
  return (
    <button type="button" class="small" onClick={save}>
      {text}
    </button>
  );
}
