// The file of a note verbale: saved, or withdrawn for ever with a reason, which then stands in its place.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { NoteLine } from "../core/accreditation.ts";
import { t } from "../i18n/t.ts";
import type { Desk } from "./desk.ts";
import { Download } from "./download.tsx";
import { ReasonDialog } from "./parts.tsx";

export function NoteFile({ desk, note }: { desk: Desk; note: NoteLine }): JSX.Element | null {
  const [asking, ask] = useState(false);
  if (note.document === undefined) {
    return note.file_withdrawn === undefined ? null : <span>{t("note.file.gone", { reason: note.file_withdrawn })}</span>;
  }
  const path = `/documents/${note.document}`;
  return (
    <>
      <Download desk={desk} path={path} name={note.reference} text={t("note.file.save")} />
      <button type="button" class="small danger" onClick={() => ask(true)}>
        {t("note.file.withdraw")}
      </button>
      {asking && (
        <ReasonDialog
          desk={desk}
          title={t("note.file.withdraw.title", { reference: note.reference })}
          says={t("note.file.withdraw.says")}
          yes={t("note.file.withdraw.yes")}
          needed
          act={(reason) => desk.attempt(() => desk.ask("POST", `${path}/withdraw`, { reason }), t("note.file.withdraw.done"))}
          close={() => ask(false)}
        />
      )}
    </>
  );
}
