// A delegation is added or changed: a State by its country, anybody else by short form and names.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { DelegationLine } from "../core/accreditation.ts";
import { LANGUAGES } from "../i18n/catalogues.ts";
import { languageName, t } from "../i18n/t.ts";
import { Dialog } from "../ui/dialog.tsx";
import { RefusalToast } from "../ui/toast.tsx";
import { categoryChoices } from "./choices.ts";
import { sessionsOf, type Desk } from "./desk.ts";
import { SelectField, TextField } from "./parts.tsx";
import { go } from "./route.ts";

interface Written {
  readonly category: string;
  readonly country: string;
  readonly code: string;
  readonly names: Readonly<Record<string, string>>;
  readonly sessions: readonly string[];
}

function writtenOf(desk: Desk, of: DelegationLine | undefined): Written {
  const every = sessionsOf(desk).map(({ id }) => id);
  return {
    category: of?.category ?? "state_party",
    country: "",
    code: of?.code ?? "",
    names: of?.names ?? {},
    sessions: of?.sessions ?? every,
  };
}

/** What is sent: with a country its names are looked up; attending everything is said by naming no session. */
function bodyOf(desk: Desk, written: Written, of: DelegationLine | undefined): object {
  const { category, country, code, names, sessions } = written;
  const filled = Object.fromEntries(Object.entries(names).filter(([, name]) => name.trim() !== ""));
  const called = country.trim() === "" ? { code: code.trim(), names: filled } : { country: country.trim().toUpperCase() };
  const all = sessions.length === sessionsOf(desk).length;
  return { category, ...called, sessions: all ? [] : sessions, members: of?.members ?? [] };
}

function Sessions({ desk, chosen, choose }: { desk: Desk; chosen: readonly string[]; choose: (ids: readonly string[]) => void }): JSX.Element | null {
  const sessions = sessionsOf(desk);
  if (sessions.length === 0) {
    return null;
  }
  return (
    <fieldset class="options column">
      <legend>{t("delegation.attends")}</legend>
      {sessions.map(({ id, title }) => (
        <label key={id}>
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            onChange={(event) =>
              choose(event.currentTarget.checked ? [...chosen, id] : chosen.filter((each) => each !== id))
            }
          />
          <span>{title.text}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Names({ written, write }: { written: Written; write: (written: Written) => void }): JSX.Element {
  const tags = [...new Set(["en", ...LANGUAGES.map(({ tag }) => tag), ...Object.keys(written.names)])];
  return (
    <>
      <TextField
        label={t("field.code")}
        value={written.code}
        required
        change={(code) => write({ ...written, code })}
      />
      <div class="fields">
        {tags.map((tag) => (
          <TextField
            key={tag}
            label={t("delegation.name_in", { language: languageName(tag) })}
            value={written.names[tag] ?? ""}
            required={tag === "en"}
            change={(name) => write({ ...written, names: { ...written.names, [tag]: name } })}
          />
        ))}
      </div>
    </>
  );
}

export function DelegationForm({ desk, of, close }: { desk: Desk; of?: DelegationLine; close: () => void }): JSX.Element {
  const [id, setId] = useState(of?.id ?? "");
  const [written, write] = useState(() => writtenOf(desk, of));
  const nowhere = written.sessions.length === 0 && sessionsOf(desk).length > 0;
  const submit = (event: Event): void => {
    event.preventDefault();
    if (nowhere) {
      return;
    }
    const key = (id.trim() || written.country.trim()).toLowerCase();
    const act = (): Promise<unknown> => desk.ask("PUT", `/delegations/${encodeURIComponent(key)}`, bodyOf(desk, written, of));
    void desk.attempt(act, t("delegation.saved")).then((done) => {
      if (done) {
        close();
        go("delegations", key);
      }
    });
  };
  const byCountry = written.country.trim() !== "";
  return (
    <Dialog title={t(of === undefined ? "delegation.new" : "delegation.change")} close={close}>
      <RefusalToast live={desk} />
      <form onSubmit={submit} class="stacked">
        <SelectField
          label={t("field.category")}
          value={written.category}
          change={(category) => write({ ...written, category })}
          choices={categoryChoices()}
        />
        <TextField
          label={t("delegation.country")}
          value={written.country}
          change={(country) => write({ ...written, country })}
          hint={t("delegation.country.says")}
        />
        {of === undefined && !byCountry && (
          <TextField label={t("delegation.id")} value={id} change={setId} hint={t("delegation.id.says")} required />
        )}
        {!byCountry && <Names written={written} write={write} />}
        <Sessions desk={desk} chosen={written.sessions} choose={(sessions) => write({ ...written, sessions })} />
        <div class="dialog-actions">
          <button type="button" onClick={close}>
            {t("dialog.cancel")}
          </button>
          <button type="submit" class="primary" aria-disabled={nowhere}>
            {t("delegation.save")}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
