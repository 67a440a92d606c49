// Files for others: the list of participants, the role sheet for a platform with what changed, the meetings.
import type { JSX } from "preact";
import type { Capacity } from "../core/contract.ts";
import { t } from "../i18n/t.ts";
import { Mark } from "../ui/marks.tsx";
import { useAnswer, type Desk } from "./desk.ts";
import { Download } from "./download.tsx";
import { Panel } from "./parts.tsx";

/** A delegate's role, else in what capacity she takes part. */
type SheetRole = "speaker" | "observer" | Capacity;

interface Change {
  readonly change: "added" | "removed" | "changed";
  readonly line: { readonly id: string; readonly name: string; readonly delegation: string; readonly role: SheetRole };
}

const TONES = { added: "ok", removed: "alert", changed: "warn" } as const;

function Changes({ desk }: { desk: Desk }): JSX.Element {
  const changes = useAnswer<readonly Change[]>(desk, "/exports/role-sheet-changes.json") ?? [];
  const take = (): void => void desk.attempt(() => desk.ask("POST", "/exports/role-sheet"), t("export.taken"));
  return (
    <>
      <h3 id="role-sheet-changes">{t("export.changes", { count: changes.length })}</h3>
      <ul class="rows scrolling" tabIndex={0} aria-labelledby="role-sheet-changes">
        {changes.slice(0, 50).map(({ change, line }) => (
          <li key={`${change} ${line.id}`}>
            <Mark tone={TONES[change]}>{t(`diff.${change}`)}</Mark>
            <bdi>{line.name}</bdi>
            <span class="faint">
              {line.delegation && <bdi>{line.delegation}</bdi>} {t(`login.${line.role}`)}
            </span>
          </li>
        ))}
      </ul>
      <div class="buttons">
        <Download desk={desk} path="/exports/role-sheet-changes.csv" name="role-sheet-changes.csv" text={t("export.changes.csv")} />
        <button type="button" class="small" onClick={take}>
          {t("export.take")}
        </button>
      </div>
      <p class="hint">{t("export.take.says")}</p>
    </>
  );
}

export function Exports({ desk }: { desk: Desk }): JSX.Element {
  return (
    <Panel title={t("export.title")}>
      <div class="buttons">
        <Download desk={desk} path="/exports/participants.csv" name="participants.csv" text={t("export.participants")} />
        <Download desk={desk} path="/exports/role-sheet.csv" name="role-sheet.csv" text={t("export.role_sheet")} />
        <Download desk={desk} path="/exports/meetings.ics" name="meetings.ics" text={t("export.meetings")} />
      </div>
      <Changes desk={desk} />
    </Panel>
  );
}
