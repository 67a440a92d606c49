// Who is registered, as the officer writes it: the delegation, and what the person says of herself.
import type { JSX } from "preact";
import { t } from "../i18n/t.ts";
import { PersonFields, type PersonSaid } from "../ui/person-form.tsx";
import { faultsOf } from "../ui/told.tsx";
import { delegationChoices } from "./choices.ts";
import type { Desk } from "./desk.ts";
import { SelectField } from "./parts.tsx";

/** `ofAnother`: it was said by somebody else than the officer. */
export function Registered(props: {
  desk: Desk;
  delegation: string;
  choose: (delegation: string) => void;
  said: PersonSaid;
  say: (said: PersonSaid) => void;
  ofAnother?: boolean;
}): JSX.Element {
  const { desk, delegation, choose, said, say } = props;
  const sessions = desk.calendar.value?.calendar.sessions ?? [];
  return (
    <>
      <SelectField
        label={t("field.delegation")}
        value={delegation}
        change={choose}
        choices={delegationChoices(desk)}
        none={t("field.choose")}
        required
      />
      <PersonFields
        said={said}
        change={say}
        sessions={sessions.map(({ id, titles }) => ({ id, names: titles }))}
        faults={faultsOf(desk.refusal.value?.errors ?? [])}
        ofAnother={props.ofAnother ?? false}
      />
    </>
  );
}
