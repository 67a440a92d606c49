// Who is registered, as the officer writes it: the delegation, and what the person says of herself.
import type { JSX } from "preact";
import { PersonFields, type PersonSaid } from "../ui/person-form.tsx";
import { faultsOf } from "../ui/told.tsx";
import { DelegationField } from "./delegation-field.tsx";
import type { Desk } from "./desk.ts";

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
      <DelegationField desk={desk} value={delegation} change={choose} />
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
