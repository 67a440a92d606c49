// Which delegation: one of the conference's.
import type { JSX } from "preact";
import { t } from "../i18n/t.ts";
import { SelectField } from "./parts.tsx";
import { delegationChoices } from "./choices.ts";
import type { Desk } from "./desk.ts";

/** One must be chosen, unless `none` says what it means that none is. */
export function DelegationField(props: {
  desk: Desk;
  value: string;
  change: (delegation: string) => void;
  none?: string;
}): JSX.Element {
  const { desk, value, change, none } = props;
  return (
    <SelectField
      label={t("field.delegation")}
      value={value}
      change={change}
      choices={delegationChoices(desk)}
      none={none ?? t("field.choose")}
      required={none === undefined}
    />
  );
}
