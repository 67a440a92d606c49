// Notes verbales in short: one in force, those that it superseded, drafts.
import type { JSX } from "preact";
import type { NoteLine } from "../core/accreditation.ts";
import { t } from "../i18n/t.ts";
import { Mark } from "../ui/marks.tsx";
import { dayOf, momentOf, nameOf, type Desk } from "./desk.ts";
import { to } from "./route.ts";

const TONES = { draft: "warn", confirmed: "ok", superseded: "plain" } as const;

export function NoteRows(props: { desk: Desk; notes: readonly NoteLine[]; whose?: boolean }): JSX.Element {
  const { desk, notes, whose = false } = props;
  return (
    <ul class="rows">
      {[...notes].reverse().map((note) => (
        <li key={note.id}>
          <a href={to("notes", note.delegation, note.id)}>
            {whose && (
              <>
                <bdi>{nameOf(desk, note.delegation).text}</bdi>{" "}
              </>
            )}
            <bdi>{note.reference}</bdi>
          </a>
          <Mark tone={TONES[note.state]}>{t(`note.state.${note.state}`)}</Mark>
          <span class="faint">
            {t("note.short", { revision: note.revision, dated: dayOf(note.dated), at: momentOf(desk, note.received_at) })}
          </span>
        </li>
      ))}
    </ul>
  );
}
