// A link that has just been made, to be opened or handed out: shown once.
import type { JSX } from "preact";
import { t } from "../i18n/t.ts";

export function Fresh({ link, says }: { link: string; says: string }): JSX.Element {
  const address = new URL(link, location.href).href;
  return (
    <div class="fresh-link" role="status">
      <p>{says}</p>
      <p>
        <a href={address} target="_blank" rel="noopener">
          {address}
        </a>
      </p>
      <button type="button" class="small" onClick={() => void navigator.clipboard?.writeText(address)}>
        {t("invitation.copy")}
      </button>
    </div>
  );
}
