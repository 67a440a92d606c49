// Links to the registration form: made, sent or handed out, ended. A link is shown once.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { languageName, t } from "../i18n/t.ts";
import { SPEAKERS_LANGUAGES } from "../core/session.ts";
import { Mark } from "../ui/marks.tsx";
import { DelegationField } from "./delegation-field.tsx";
import { momentOf, nameOf, useAnswer, type Desk } from "./desk.ts";
import { Fresh } from "./fresh-link.tsx";
import { Panel, SelectField, TextField } from "./parts.tsx";

interface Invitation {
  readonly id: string;
  readonly delegation?: string;
  readonly expires_at: string;
  readonly revoked_at?: string;
}

function Line({ desk, each }: { desk: Desk; each: Invitation }): JSX.Element {
  const end = (): void =>
    void desk.attempt(() => desk.ask("DELETE", `/invitations/${each.id}`), t("invitation.ended"));
  return (
    <li>
      <span>
        {each.delegation === undefined ? t("invitation.anybody") : <bdi>{nameOf(desk, each.delegation).text}</bdi>}
      </span>
      <span class="faint">{t("invitation.until", { at: momentOf(desk, each.expires_at) })}</span>
      {each.revoked_at === undefined ? (
        <button type="button" class="small danger" onClick={end}>
          {t("invitation.end")}
        </button>
      ) : (
        <Mark>{t("invitation.over")}</Mark>
      )}
    </li>
  );
}

export function Invitations({ desk }: { desk: Desk }): JSX.Element {
  const told = useAnswer<{ invitations: readonly Invitation[] }>(desk, "/invitations");
  const [delegation, choose] = useState("");
  const [address, setAddress] = useState("");
  const [tag, setTag] = useState("");
  const [link, setLink] = useState<string>();
  const submit = (event: Event): void => {
    event.preventDefault();
    const said = Object.entries({ delegation, address, language: tag }).filter(([, value]) => value !== "");
    void desk.attempt(async () => {
      const made = await desk.ask<{ link: string }>("POST", "/invitations", Object.fromEntries(said));
      setLink(made.link);
    });
  };
  return (
    <Panel title={t("invitation.title")}>
      <form onSubmit={submit} class="stacked">
        <DelegationField desk={desk} value={delegation} change={choose} none={t("invitation.anybody")} />
        <div class="fields">
          <TextField label={t("invitation.address")} type="email" value={address} change={setAddress} hint={t("invitation.address.says")} />
          <SelectField
            label={t("invitation.language")}
            value={tag}
            change={setTag}
            choices={SPEAKERS_LANGUAGES.map((id) => ({ id, text: languageName(id) }))}
            none={t("field.language.unsaid")}
          />
        </div>
        <div class="buttons">
          <button type="submit">{t("invitation.make")}</button>
        </div>
      </form>
      {link && <Fresh link={link} says={t("invitation.made")} />}
      <ul class="rows">
        {[...(told?.invitations ?? [])].reverse().map((each) => (
          <Line key={each.id} desk={desk} each={each} />
        ))}
      </ul>
    </Panel>
  );
}
