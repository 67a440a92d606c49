// The two questions that go with every request for the floor: in which language, and for whom.
import type { JSX } from "preact";
import type { Audience } from "../core/contract.ts";
import { named } from "../core/names.ts";
import { SPEAKERS_LANGUAGES } from "../core/session.ts";
import { language, languageName, t } from "../i18n/t.ts";
import type { Shown } from "./live.ts";

interface FieldProps {
  readonly live: Shown<Audience>;
  readonly value: string;
  readonly choose: (value: string) => void;
}

export function LanguageField({ live, value, choose }: FieldProps): JSX.Element {
  const tags = live.session.conference.languages ?? SPEAKERS_LANGUAGES;
  return (
    <label class="field">
      <span>{t("field.language")}</span>
      <select value={value} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="">{t("field.language.unsaid")}</option>
        {tags.map((tag) => (
          <option key={tag} value={tag}>
            {languageName(tag)}
          </option>
        ))}
      </select>
    </label>
  );
}

export function GroupField({ live, value, choose }: FieldProps): JSX.Element | null {
  const groups = Object.entries(live.view.value.groups);
  if (groups.length === 0) {
    return null;
  }
  return (
    <label class="field">
      <span>{t("field.capacity")}</span>
      <select value={value} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="">{t("capacity.national")}</option>
        {groups.map(([id, names]) => (
          <option key={id} value={id}>
            {t("capacity.on_behalf_of")} {named(names, language()).text}
          </option>
        ))}
      </select>
    </label>
  );
}
