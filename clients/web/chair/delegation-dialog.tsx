// One delegation at the desk: its seats and holders, the remote speaker role, presence, a paper slip.
import type { JSX } from "preact";
import type { DelegationSeats, Directory } from "../core/contract.ts";
import { delegationName, personName } from "../core/names.ts";
import { markPresence, moveSeats, remoteSpeakerMoves } from "../core/session.ts";
import { language, t } from "../i18n/t.ts";
import { Dialog } from "../ui/dialog.tsx";
import { Icon } from "../ui/icons.tsx";
import { isLive, type Shown } from "../ui/live.ts";
import { ModalityMark } from "../ui/marks.tsx";
import { useSeats } from "../ui/seats.ts";
import { Send } from "../ui/press.tsx";
import { RefusalToast } from "../ui/toast.tsx";
import { PaperSlip } from "./paper-slip.tsx";

interface Props {
  readonly live: Shown<"podium">;
  readonly id: string;
  readonly close: () => void;
}

type Seat = DelegationSeats["seats"][number];

function Holder(props: { directory: Directory; seats: DelegationSeats; seat: Seat }): JSX.Element {
  const { directory, seats, seat } = props;
  if (seat.participant === undefined) {
    return <span class="free">{t("seat.free")}</span>;
  }
  const listed = seats.people.find((person) => person.id === seat.participant);
  const connected = directory[seat.participant]?.connected ?? false;
  return (
    <>
      <bdi>{personName(directory, seat.participant) ?? listed?.name ?? seat.participant}</bdi>
      {connected && <span class="link-mark live">{t("seat.connected")}</span>}
    </>
  );
}

/** Who may change seats and presence; the operator looks on. */
function isDesk(live: Shown<"podium">): boolean {
  return live.known.value.me?.capacity !== "operator";
}

interface SeatsProps {
  readonly live: Shown<"podium">;
  readonly seats: DelegationSeats;
  readonly give: (participant: string) => void;
}

function Seats({ live, seats, give }: SeatsProps): JSX.Element {
  const { directory } = live.known.value;
  return (
    <ul class="seats">
      {seats.seats.map((seat) => {
        const candidate = seat.modality === "online" && seat.role === "observer" ? seat.participant : undefined;
        return (
          <li key={seat.id}>
            <ModalityMark modality={seat.modality} />
            <span class="seat-role">{t(`role.${seat.role}`)}</span>
            <span class="seat-holder">
              <Holder directory={directory} seats={seats} seat={seat} />
            </span>
            {candidate !== undefined && isDesk(live) && (
              <button type="button" class="small" aria-disabled={!isLive(live)} onClick={() => give(candidate)}>
                {t("seat.make_speaker")}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** A non-governmental organization is heard with the body's approval. */
function Invitation({ live, id }: Pick<Props, "live" | "id">): JSX.Element | null {
  const view = live.view.value;
  if (view.delegations[id]?.category !== "ngo") {
    return null;
  }
  return view.invited[id] ? (
    <p>{t("desk.invited")}</p>
  ) : (
    <Send live={live} command={{ command: "InviteOrganization", delegation: id, decided: true }}>
      {t("desk.invite")}
    </Send>
  );
}

export function DelegationDialog({ live, id, close }: Props): JSX.Element {
  const view = live.view.value;
  const seats = useSeats(live, id, view.roster);
  const present = view.present[id] ?? false;
  const conference = live.session.conference.id;
  const give = (participant: string): void => {
    if (seats !== undefined) {
      void live.attempt(() => moveSeats(conference, id, remoteSpeakerMoves(seats, participant)));
    }
  };
  const mark = (): void => void live.attempt(() => markPresence(view.meeting.id, id, !present));
  return (
    <Dialog title={delegationName(view, id, language()).text} close={close}>
      <RefusalToast live={live} />
      <p class="fact">
        <span>{t(`category.${view.delegations[id]?.category ?? "state_party"}`)}</span>
        <b>{t(present ? "desk.present" : "desk.away")}</b>
        {isDesk(live) && (
          <button type="button" class="small" onClick={mark}>
            <Icon name="room" />
            {t(present ? "desk.mark_away" : "desk.mark_present")}
          </button>
        )}
      </p>
      <Invitation live={live} id={id} />
      <h3>{t("seat.title")}</h3>
      {seats === undefined ? <p class="empty">{t("seat.loading")}</p> : <Seats live={live} seats={seats} give={give} />}
      <PaperSlip live={live} delegation={id} done={close} />
    </Dialog>
  );
}
