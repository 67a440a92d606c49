// What an officer chooses among: each by its id, in the words of her language.
import type { Role } from "../core/accreditation.ts";
import type { Category, Modality } from "../core/contract.ts";
import { t } from "../i18n/t.ts";
import { nameOf, sessionsOf, type Desk } from "./desk.ts";

export interface Choice {
  readonly id: string;
  readonly text: string;
}

export const CATEGORIES: readonly Category[] = ["state_party", "signatory", "other_state", "reio", "entity", "igo", "ngo"];
const MODALITIES: readonly Modality[] = ["in_person", "online"];
const ROLES: readonly Role[] = ["speaker", "observer"];

export function categoryChoices(): readonly Choice[] {
  return CATEGORIES.map((id) => ({ id, text: t(`category.${id}`) }));
}

export function modalityChoices(): readonly Choice[] {
  return MODALITIES.map((id) => ({ id, text: t(`modality.${id}`) }));
}

export function roleChoices(): readonly Choice[] {
  return ROLES.map((id) => ({ id, text: t(`role.${id}`) }));
}

/** Every session of the conference, by its title. */
export function sessionChoices(desk: Desk): readonly Choice[] {
  return sessionsOf(desk).map(({ id, title }) => ({ id, text: title.text }));
}

/** Every delegation of the conference, by its name. */
export function delegationChoices(desk: Desk): readonly Choice[] {
  const choices = [...desk.delegations.value.keys()].map((id) => ({ id, text: nameOf(desk, id).text }));
  return choices.sort((a, b) => a.text.localeCompare(b.text));
}
