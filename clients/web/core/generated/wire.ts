// Generated from the service's OpenAPI document by `npm run contract`; do not edit.

export type paths = Record<string, never>;
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * AcceptedBody
         * @description The command is in the log for good; ``seq``: of its last event.
         */
        readonly AcceptedBody: {
            /** Id */
            readonly id: string;
            /** Seq */
            readonly seq: number;
        };
        /**
         * AcceptedFrame
         * @description The command is in the log for good; sent after the patch that contains it.
         */
        readonly AcceptedFrame: {
            /** Id */
            readonly id: string;
            /** Seq */
            readonly seq: number;
            /**
             * Type
             * @constant
             */
            readonly type: "accepted";
        };
        /**
         * AdjournMeetingCommand
         * @description Adjourn: the meeting ends.
         */
        readonly AdjournMeetingCommand: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly command: "AdjournMeeting";
            /** Id */
            readonly id: string;
        };
        /**
         * AnnounceListCommand
         * @description Read out the list and announce that it will be closed.
         */
        readonly AnnounceListCommand: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly command: "AnnounceList";
            /** Id */
            readonly id: string;
            /** Item */
            readonly item: string;
        };
        /**
         * Audience
         * @description A meeting is projected once for each of these, never once for each console.
         * @enum {string}
         */
        readonly Audience: "hall" | "booths" | "podium";
        /**
         * BoothsCall
         * @description ``connection_lost_at``: the called speaker's line is lost since then.
         */
        readonly BoothsCall: {
            /**
             * Called At
             * Format: date-time
             */
            readonly called_at: string;
            /**
             * Connection Lost At
             * Format: date-time
             */
            readonly connection_lost_at?: string;
            /** Request */
            readonly request: string;
        };
        /**
         * BoothsEntry
         * @description ``language`` that the speaker announced; ``participant``: id in the directory.
         */
        readonly BoothsEntry: {
            /**
             * Accepted At
             * Format: date-time
             */
            readonly accepted_at: string;
            /** Delegation */
            readonly delegation: string;
            /**
             * Ended At
             * Format: date-time
             */
            readonly ended_at?: string;
            readonly kind: components["schemas"]["RequestKind"];
            /** Language */
            readonly language?: string;
            readonly modality: components["schemas"]["Modality"];
            /** On Behalf Of */
            readonly on_behalf_of?: string;
            /** Participant */
            readonly participant?: string;
            /** Seconds */
            readonly seconds: number;
            readonly state: components["schemas"]["RequestState"];
            /** Tier */
            readonly tier: string;
        };
        /**
         * BoothsFrame
         * @description The floor with person, language and line.
         */
        readonly BoothsFrame: {
            /**
             * Connection Lost At
             * Format: date-time
             */
            readonly connection_lost_at?: string;
            /** Delegation */
            readonly delegation?: string;
            /** Elapsed */
            readonly elapsed: boolean;
            /**
             * Ends At
             * Format: date-time
             */
            readonly ends_at?: string;
            /** Grant */
            readonly grant: number;
            readonly holder: components["schemas"]["HolderKind"];
            /**
             * Interrupted At
             * Format: date-time
             */
            readonly interrupted_at?: string;
            readonly kind: components["schemas"]["RequestKind"];
            /** Language */
            readonly language?: string;
            readonly modality: components["schemas"]["Modality"];
            /** On Behalf Of */
            readonly on_behalf_of?: string;
            /** Participant */
            readonly participant?: string;
            /**
             * Paused At
             * Format: date-time
             */
            readonly paused_at?: string;
            /** Request */
            readonly request?: string;
            /**
             * Started At
             * Format: date-time
             */
            readonly started_at: string;
            /** Title */
            readonly title?: string;
        };
        /**
         * BoothsView
         * @description The hall's view with entries, floor and call of the booths' kind.
         */
        readonly BoothsView: {
            /** Agenda */
            readonly agenda: {
                readonly [key: string]: components["schemas"]["ItemShown"];
            };
            readonly called?: components["schemas"]["BoothsCall"];
            /** Delegations */
            readonly delegations: {
                readonly [key: string]: components["schemas"]["DelegationShown"];
            };
            /** Entries */
            readonly entries: {
                readonly [key: string]: components["schemas"]["BoothsEntry"];
            };
            /** Floor */
            readonly floor: readonly components["schemas"]["BoothsFrame"][];
            /** Groups */
            readonly groups: {
                readonly [key: string]: {
                    readonly [key: string]: string;
                };
            };
            /** Item */
            readonly item?: string;
            /** Lists */
            readonly lists: {
                readonly [key: string]: components["schemas"]["ListShown"];
            };
            readonly meeting: components["schemas"]["MeetingShown"];
            /** Points */
            readonly points: readonly string[];
            /** Presiding */
            readonly presiding?: string;
            /** Tiers */
            readonly tiers: {
                readonly [key: string]: string;
            };
        };
        /**
         * ByeFrame
         * @description Before the service closes. Come back after ``retry_after`` seconds, unless ``reason`` forbids it.
         */
        readonly ByeFrame: {
            /**
             * Reason
             * @enum {string}
             */
            readonly reason: "revoked" | "slow" | "shutting_down" | "protocol" | "unknown_meeting" | "superseded";
            /** Retry After */
            readonly retry_after?: number;
            /**
             * Type
             * @constant
             */
            readonly type: "bye";
        };
        /**
         * CallNextCommand
         * @description Call the next speaker: a point of order that waits, else the first inscribed of the item.
         *
         *     Those passed over keep their places and are called again when nobody else is inscribed.
         */
        readonly CallNextCommand: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly command: "CallNext";
            /** Id */
            readonly id: string;
        };
        /**
         * CallSpeakerCommand
         * @description Call this request; out of order only with a ``reason`` (free text, kept apart from the log).
         */
        readonly CallSpeakerCommand: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly command: "CallSpeaker";
            /** Id */
            readonly id: string;
            /** Reason */
            readonly reason?: string;
            /** Request */
            readonly request: string;
        };
        /**
         * CallToOrderCommand
         * @description Open the meeting; the quorum is counted from the delegations present.
         */
        readonly CallToOrderCommand: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly command: "CallToOrder";
            /** Id */
            readonly id: string;
        };
        /**
         * Capacity
         * @description What a login may do.
         * @enum {string}
         */
        readonly Capacity: "chair" | "secretariat" | "delegate" | "interpreter" | "operator" | "hall";
        /**
         * Category
         * @description What a delegation is (rules 14 to 17 of the Conference).
         * @enum {string}
         */
        readonly Category: "state_party" | "signatory" | "other_state" | "reio" | "entity" | "igo" | "ngo";
        /**
         * ChangeModalityCommand
         * @description The delegation keeps its place and speaks from elsewhere.
         *
         *     A delegate takes the request over to her own seat; the desk says from where (``modality``).
         */
        readonly ChangeModalityCommand: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly command: "ChangeModality";
            /** Id */
            readonly id: string;
            readonly modality?: components["schemas"]["Modality"];
            /** Request */
            readonly request: string;
        };
        /**
         * CloseItemCommand
         * @description End the consideration of the item. ``confirmed``: although speakers still wait.
         */
        readonly CloseItemCommand: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly command: "CloseItem";
            /**
             * Confirmed
             * @default false
             */
            readonly confirmed?: boolean;
            /** Id */
            readonly id: string;
            /** Item */
            readonly item: string;
        };
        /**
         * CloseListCommand
         * @description Declare the list closed, with the consent of the body.
         */
        readonly CloseListCommand: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly command: "CloseList";
            /** Id */
            readonly id: string;
            /** Item */
            readonly item: string;
        };
        /** @description A command: ``command`` names it; its own fields stand beside. */
        readonly Command: components["schemas"]["CallToOrderCommand"] | components["schemas"]["SuspendMeetingCommand"] | components["schemas"]["ResumeMeetingCommand"] | components["schemas"]["AdjournMeetingCommand"] | components["schemas"]["HandOverChairCommand"] | components["schemas"]["TakeUpItemCommand"] | components["schemas"]["CloseItemCommand"] | components["schemas"]["OpenListCommand"] | components["schemas"]["AnnounceListCommand"] | components["schemas"]["CloseListCommand"] | components["schemas"]["ReopenListCommand"] | components["schemas"]["RequestFloorCommand"] | components["schemas"]["InscribeSpeakerCommand"] | components["schemas"]["WithdrawRequestCommand"] | components["schemas"]["ChangeModalityCommand"] | components["schemas"]["CallNextCommand"] | components["schemas"]["CallSpeakerCommand"] | components["schemas"]["PassOverCommand"] | components["schemas"]["TakeBackCallCommand"] | components["schemas"]["GiveFloorCommand"] | components["schemas"]["GiveFloorToCommand"] | components["schemas"]["EndStatementCommand"] | components["schemas"]["ExtendTimeCommand"] | components["schemas"]["PauseSpeakingCommand"] | components["schemas"]["ResumeSpeakingCommand"] | components["schemas"]["RuleCommand"];
        /**
         * CommandFrame
         * @description A command: ``command`` names it, its own fields stand beside (see the schemas ``…Command``).
         */
        readonly CommandFrame: {
            /** Command */
            readonly command: string;
            /** Id */
            readonly id: string;
            /**
             * Type
             * @constant
             */
            readonly type: "command";
        } & {
            readonly [key: string]: unknown;
        };
        /**
         * ConferenceBody
         * @description A conference with its meetings and delegations.
         */
        readonly ConferenceBody: {
            /** Assumptions */
            readonly assumptions: readonly {
                readonly [key: string]: string;
            }[];
            /** Delegations */
            readonly delegations: readonly string[];
            /** Id */
            readonly id: string;
            /** Meetings */
            readonly meetings: readonly components["schemas"]["MeetingLine"][];
            /** Time Zone */
            readonly time_zone: string;
            /** Title */
            readonly title: string;
        };
        /**
         * DelegationBody
         * @description A delegation with all units of its limits and all its people.
         */
        readonly DelegationBody: {
            readonly category: components["schemas"]["Category"];
            /** Code */
            readonly code: string;
            /** Id */
            readonly id: string;
            /** Names */
            readonly names: {
                readonly [key: string]: string;
            };
            /** People */
            readonly people: readonly components["schemas"]["PersonBody"][];
            /** Seats */
            readonly seats: readonly components["schemas"]["SeatBody"][];
        };
        /**
         * DelegationShown
         * @description A delegation's code, category and names by language tag.
         */
        readonly DelegationShown: {
            readonly category: components["schemas"]["Category"];
            /** Code */
            readonly code: string;
            /** Names */
            readonly names: {
                readonly [key: string]: string;
            };
        };
        /**
         * DirectoryFrame
         * @description Names of persons, to booths and podium. ``version`` 0 is the whole; a later one merges (RFC 7396).
         */
        readonly DirectoryFrame: {
            /** Merge */
            readonly merge: {
                readonly [key: string]: components["schemas"]["PersonShown"];
            };
            /**
             * Type
             * @constant
             */
            readonly type: "directory";
            /** Version */
            readonly version: number;
        };
        /**
         * EndStatementCommand
         * @description The statement has ended.
         */
        readonly EndStatementCommand: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly command: "EndStatement";
            /** Id */
            readonly id: string;
        };
        /**
         * EnterBody
         * @description The two halves of a login link's fragment.
         */
        readonly EnterBody: {
            /** Code */
            readonly code: string;
            /** Login */
            readonly login: string;
        };
        /**
         * EnteredBody
         * @description Where the login's console is.
         */
        readonly EnteredBody: {
            /** Location */
            readonly location: string;
        };
        /**
         * ExtendTimeCommand
         * @description Give the speaker ``seconds`` more.
         */
        readonly ExtendTimeCommand: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly command: "ExtendTime";
            /** Id */
            readonly id: string;
            /** Seconds */
            readonly seconds: number;
        };
        /**
         * GiveFloorCommand
         * @description Give the floor to the speaker called.
         */
        readonly GiveFloorCommand: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly command: "GiveFloor";
            /** Id */
            readonly id: string;
        };
        /**
         * GiveFloorToCommand
         * @description Give the floor outside the list: secretariat, panellist, presiding officer or guest.
         *
         *     ``participant``: a member of the podium of that kind. ``seconds``: a limit, if one is set.
         */
        readonly GiveFloorToCommand: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly command: "GiveFloorTo";
            /** Id */
            readonly id: string;
            readonly kind: components["schemas"]["HolderKind"];
            /** Language */
            readonly language?: string;
            /** Participant */
            readonly participant: string;
            /** Seconds */
            readonly seconds?: number;
        };
        /**
         * HallCall
         * @description The speaker called. Details stand in ``entries``.
         */
        readonly HallCall: {
            /**
             * Called At
             * Format: date-time
             */
            readonly called_at: string;
            /** Request */
            readonly request: string;
        };
        /**
         * HallEntry
         * @description One request. ``seconds``: the speaking time it will have. ``tier``: id of a tier.
         */
        readonly HallEntry: {
            /**
             * Accepted At
             * Format: date-time
             */
            readonly accepted_at: string;
            /** Delegation */
            readonly delegation: string;
            /**
             * Ended At
             * Format: date-time
             */
            readonly ended_at?: string;
            readonly kind: components["schemas"]["RequestKind"];
            readonly modality: components["schemas"]["Modality"];
            /** On Behalf Of */
            readonly on_behalf_of?: string;
            /** Seconds */
            readonly seconds: number;
            readonly state: components["schemas"]["RequestState"];
            /** Tier */
            readonly tier: string;
        };
        /**
         * HallFrame
         * @description One frame of the floor. The clock stands while ``paused_at`` or ``interrupted_at`` is there.
         *
         *     The time left is ``ends_at`` minus that moment, else minus now.
         */
        readonly HallFrame: {
            /** Delegation */
            readonly delegation?: string;
            /** Elapsed */
            readonly elapsed: boolean;
            /**
             * Ends At
             * Format: date-time
             */
            readonly ends_at?: string;
            /** Grant */
            readonly grant: number;
            readonly holder: components["schemas"]["HolderKind"];
            /**
             * Interrupted At
             * Format: date-time
             */
            readonly interrupted_at?: string;
            readonly kind: components["schemas"]["RequestKind"];
            readonly modality: components["schemas"]["Modality"];
            /** On Behalf Of */
            readonly on_behalf_of?: string;
            /**
             * Paused At
             * Format: date-time
             */
            readonly paused_at?: string;
            /** Request */
            readonly request?: string;
            /**
             * Started At
             * Format: date-time
             */
            readonly started_at: string;
            /** Title */
            readonly title?: string;
        };
        /**
         * HallView
         * @description All that the hall sees.
         *
         *     ``floor``: from the interrupted statement up to who speaks now. ``points``: the points of order
         *     that wait. ``entries``: every request that is not withdrawn, by id.
         */
        readonly HallView: {
            /** Agenda */
            readonly agenda: {
                readonly [key: string]: components["schemas"]["ItemShown"];
            };
            readonly called?: components["schemas"]["HallCall"];
            /** Delegations */
            readonly delegations: {
                readonly [key: string]: components["schemas"]["DelegationShown"];
            };
            /** Entries */
            readonly entries: {
                readonly [key: string]: components["schemas"]["HallEntry"];
            };
            /** Floor */
            readonly floor: readonly components["schemas"]["HallFrame"][];
            /** Groups */
            readonly groups: {
                readonly [key: string]: {
                    readonly [key: string]: string;
                };
            };
            /** Item */
            readonly item?: string;
            /** Lists */
            readonly lists: {
                readonly [key: string]: components["schemas"]["ListShown"];
            };
            readonly meeting: components["schemas"]["MeetingShown"];
            /** Points */
            readonly points: readonly string[];
            /** Tiers */
            readonly tiers: {
                readonly [key: string]: string;
            };
        };
        /**
         * HandOverChairCommand
         * @description Another presiding officer takes the chair. ``to``: that officer's participant id.
         */
        readonly HandOverChairCommand: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly command: "HandOverChair";
            /** Id */
            readonly id: string;
            /** To */
            readonly to: string;
        };
        /**
         * HelloFrame
         * @description First frame, and again after a gap. With ``epoch`` and ``since_seq`` the missing patches are sent.
         */
        readonly HelloFrame: {
            readonly audience: components["schemas"]["Audience"];
            /** Epoch */
            readonly epoch?: string;
            /** Since Seq */
            readonly since_seq?: number;
            /**
             * Type
             * @constant
             */
            readonly type: "hello";
        };
        /**
         * HolderKind
         * @description Who can hold the floor.
         * @enum {string}
         */
        readonly HolderKind: "delegation" | "secretariat" | "panellist" | "presiding_officer" | "guest";
        /**
         * InscribeSpeakerCommand
         * @description The desk enters a delegation that asked by paper or flag; it will speak from ``modality``.
         */
        readonly InscribeSpeakerCommand: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly command: "InscribeSpeaker";
            /** Delegation */
            readonly delegation: string;
            /** Id */
            readonly id: string;
            /** Item */
            readonly item?: string;
            /** @default statement */
            readonly kind?: components["schemas"]["RequestKind"];
            /** Language */
            readonly language?: string;
            readonly modality: components["schemas"]["Modality"];
            /** On Behalf Of */
            readonly on_behalf_of?: string;
        };
        /**
         * ItemShown
         * @description An agenda item; ``place`` in the agenda from 0.
         */
        readonly ItemShown: {
            /** Number */
            readonly number: string;
            /** Place */
            readonly place: number;
            readonly state: components["schemas"]["ItemState"];
            /** Titles */
            readonly titles: {
                readonly [key: string]: string;
            };
        };
        /**
         * ItemState
         * @description An agenda item within this meeting.
         * @enum {string}
         */
        readonly ItemState: "pending" | "taken_up" | "closed";
        /**
         * ListShown
         * @description An item's list: ``order`` holds the ids that wait, ``delivered`` those heard, both in order.
         */
        readonly ListShown: {
            /** Delivered */
            readonly delivered: readonly string[];
            /** Order */
            readonly order: readonly string[];
            readonly state: components["schemas"]["ListState"];
        };
        /**
         * ListState
         * @description An item's list of speakers. Announced: the chair has said that it will be closed.
         * @enum {string}
         */
        readonly ListState: "not_open" | "open" | "announced" | "closed";
        /**
         * MeFrame
         * @description What is private to this login. ``commands``: the names of those that it may try.
         */
        readonly MeFrame: {
            readonly capacity: components["schemas"]["Capacity"];
            /** Commands */
            readonly commands: readonly string[];
            /** Delegation */
            readonly delegation?: string;
            /** Login */
            readonly login: string;
            /** Name */
            readonly name?: string;
            /** Participant */
            readonly participant?: string;
            readonly seat?: components["schemas"]["OwnSeat"];
            /**
             * Type
             * @constant
             */
            readonly type: "me";
            /** Version */
            readonly version: number;
        };
        /**
         * MeetingLine
         * @description A meeting in short; ``scheduled_at``: RFC 3339, UTC.
         */
        readonly MeetingLine: {
            /** Id */
            readonly id: string;
            /** Number */
            readonly number: number;
            /** Scheduled At */
            readonly scheduled_at: string;
            /** Title */
            readonly title: string;
        };
        /**
         * MeetingShown
         * @description The meeting itself. ``chair``: the title of who presides (``chair`` or ``vice_chair``).
         */
        readonly MeetingShown: {
            /**
             * Adjourned At
             * Format: date-time
             */
            readonly adjourned_at?: string;
            /**
             * Called To Order At
             * Format: date-time
             */
            readonly called_to_order_at?: string;
            /** Chair */
            readonly chair?: string;
            /** Id */
            readonly id: string;
            /** Number */
            readonly number: number;
            readonly phase: components["schemas"]["Phase"];
            /**
             * Scheduled At
             * Format: date-time
             */
            readonly scheduled_at?: string;
            /** Title */
            readonly title: string;
        };
        /**
         * MintBody
         * @description Whom a new login is for; ``meeting`` absent: all meetings of the conference.
         */
        readonly MintBody: {
            /** Conference */
            readonly conference: string;
            /** Meeting */
            readonly meeting?: string;
            /** Participant */
            readonly participant: string;
        };
        /**
         * MintedBody
         * @description The link, as path and fragment: shown once, kept by nobody.
         */
        readonly MintedBody: {
            /** Link */
            readonly link: string;
            /** Login */
            readonly login: string;
        };
        /**
         * Modality
         * @description Where somebody takes part from.
         * @enum {string}
         */
        readonly Modality: "in_person" | "online";
        /**
         * MoveBody
         * @description ``seat`` shall be held by ``participant``; without: it shall be free.
         */
        readonly MoveBody: {
            /** Participant */
            readonly participant?: string;
            /** Seat */
            readonly seat: string;
        };
        /**
         * MovedBody
         * @description The ``seq`` of each live meeting after the change.
         */
        readonly MovedBody: {
            /** Meetings */
            readonly meetings: {
                readonly [key: string]: number;
            };
        };
        /**
         * MovesBody
         * @description Seats that change hands together. ``reason``: kept apart from the log.
         */
        readonly MovesBody: {
            /** Moves */
            readonly moves: readonly components["schemas"]["MoveBody"][];
            /** Reason */
            readonly reason?: string;
        };
        /**
         * OpenListCommand
         * @description Open the list of speakers of an item.
         */
        readonly OpenListCommand: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly command: "OpenList";
            /** Id */
            readonly id: string;
            /** Item */
            readonly item: string;
        };
        /**
         * OwnSeat
         * @description The seat that the login's person holds.
         */
        readonly OwnSeat: {
            /** Id */
            readonly id: string;
            readonly modality: components["schemas"]["Modality"];
            readonly role: components["schemas"]["Role"];
        };
        /**
         * PassOverCommand
         * @description Go on without the speaker called or speaking; the place, and the time left, are held.
         */
        readonly PassOverCommand: {
            /** @default absent */
            readonly cause?: components["schemas"]["PassedOverCause"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly command: "PassOver";
            /** Id */
            readonly id: string;
        };
        /**
         * PassedOverCause
         * @description Why the chair went on to the next speaker.
         * @enum {string}
         */
        readonly PassedOverCause: "absent" | "not_ready" | "connection_lost";
        /**
         * PatchFrame
         * @description What one command changed: ``merge`` (RFC 7396) brings the view from ``prev_seq`` to ``seq``.
         */
        readonly PatchFrame: {
            /** Merge */
            readonly merge: {
                readonly [key: string]: unknown;
            };
            /** Prev Seq */
            readonly prev_seq: number;
            /** Seq */
            readonly seq: number;
            /**
             * Server Now
             * Format: date-time
             */
            readonly server_now: string;
            /**
             * Type
             * @constant
             */
            readonly type: "patch";
        };
        /**
         * PauseSpeakingCommand
         * @description Stop the speaker's clock.
         */
        readonly PauseSpeakingCommand: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly command: "PauseSpeaking";
            /** Id */
            readonly id: string;
        };
        /**
         * PersonBody
         * @description Somebody of the delegation and the seat that she holds, if any.
         */
        readonly PersonBody: {
            /** Id */
            readonly id: string;
            readonly modality?: components["schemas"]["Modality"];
            /** Name */
            readonly name: string;
            readonly role?: components["schemas"]["Role"];
            /** Title */
            readonly title?: string;
        };
        /**
         * PersonShown
         * @description A person in the directory; ``connected``: to the podium only.
         */
        readonly PersonShown: {
            /** Connected */
            readonly connected?: boolean;
            /** Delegation */
            readonly delegation?: string;
            /** Name */
            readonly name: string;
            /** Title */
            readonly title?: string;
        };
        /**
         * Phase
         * @description The meeting's own states: suspend and the same meeting resumes, adjourn and it has ended.
         * @enum {string}
         */
        readonly Phase: "not_set_up" | "scheduled" | "in_session" | "suspended" | "adjourned";
        /**
         * PingFrame
         * @description After a silence; the client answers ``pong``.
         */
        readonly PingFrame: {
            /**
             * Server Now
             * Format: date-time
             */
            readonly server_now: string;
            /**
             * Type
             * @constant
             */
            readonly type: "ping";
        };
        /**
         * PodiumEntry
         * @description ``left_ms``: time held for a speaker passed over in mid-statement. ``reason``: id of a row.
         */
        readonly PodiumEntry: {
            /**
             * Accepted At
             * Format: date-time
             */
            readonly accepted_at: string;
            /** Delegation */
            readonly delegation: string;
            /**
             * Ended At
             * Format: date-time
             */
            readonly ended_at?: string;
            readonly kind: components["schemas"]["RequestKind"];
            /** Language */
            readonly language?: string;
            /** Left Ms */
            readonly left_ms?: number;
            readonly modality: components["schemas"]["Modality"];
            /** On Behalf Of */
            readonly on_behalf_of?: string;
            /** Participant */
            readonly participant?: string;
            readonly passed_over?: components["schemas"]["PassedOverCause"];
            /** Reason */
            readonly reason?: string;
            /** Seconds */
            readonly seconds: number;
            readonly source: components["schemas"]["Source"];
            readonly state: components["schemas"]["RequestState"];
            /** Tier */
            readonly tier: string;
        };
        /**
         * PodiumMemberShown
         * @description Somebody to whom the floor can be given outside the list.
         */
        readonly PodiumMemberShown: {
            /** Delegation */
            readonly delegation?: string;
            readonly kind: components["schemas"]["HolderKind"];
            /** Title */
            readonly title: string;
        };
        /**
         * PodiumView
         * @description ``present``: delegations present now. ``longest_extension_seconds``: the procedure's bound.
         */
        readonly PodiumView: {
            /** Agenda */
            readonly agenda: {
                readonly [key: string]: components["schemas"]["ItemShown"];
            };
            readonly called?: components["schemas"]["BoothsCall"];
            /** Delegations */
            readonly delegations: {
                readonly [key: string]: components["schemas"]["DelegationShown"];
            };
            /** Entries */
            readonly entries: {
                readonly [key: string]: components["schemas"]["PodiumEntry"];
            };
            /** Floor */
            readonly floor: readonly components["schemas"]["BoothsFrame"][];
            /** Groups */
            readonly groups: {
                readonly [key: string]: {
                    readonly [key: string]: string;
                };
            };
            /** Item */
            readonly item?: string;
            /** Lists */
            readonly lists: {
                readonly [key: string]: components["schemas"]["ListShown"];
            };
            /** Longest Extension Seconds */
            readonly longest_extension_seconds: number;
            readonly meeting: components["schemas"]["MeetingShown"];
            /** Podium */
            readonly podium: {
                readonly [key: string]: components["schemas"]["PodiumMemberShown"];
            };
            /** Points */
            readonly points: readonly string[];
            /** Policy */
            readonly policy: number;
            /** Present */
            readonly present: {
                readonly [key: string]: boolean;
            };
            /** Presiding */
            readonly presiding?: string;
            readonly quorum?: components["schemas"]["QuorumShown"];
            /** Roster */
            readonly roster: {
                readonly [key: string]: components["schemas"]["SeatShown"];
            };
            /** Tiers */
            readonly tiers: {
                readonly [key: string]: string;
            };
        };
        /**
         * PongFrame
         * @description The answer to ``ping``.
         */
        readonly PongFrame: {
            /**
             * Type
             * @constant
             */
            readonly type: "pong";
        };
        /**
         * PresenceBody
         * @description Whether the delegation is in the room.
         */
        readonly PresenceBody: {
            /** Present */
            readonly present: boolean;
        };
        /**
         * Problem
         * @description An RFC 9457 problem: ``type`` is stable; ``rule`` and ``citation`` where a rule refused.
         */
        readonly Problem: {
            /** Citation */
            readonly citation?: string;
            /** Code */
            readonly code: string;
            /** Detail */
            readonly detail: string;
            /** Errors */
            readonly errors?: readonly {
                readonly [key: string]: string;
            }[];
            /** Rule */
            readonly rule?: string;
            /** Status */
            readonly status: number;
            /** Title */
            readonly title: string;
            /** Type */
            readonly type: string;
        };
        /**
         * QuorumShown
         * @description What was counted at the opening; ``registered`` State party delegations in all.
         */
        readonly QuorumShown: {
            /** Needed */
            readonly needed: number;
            /** Present */
            readonly present: number;
            /** Registered */
            readonly registered: number;
            /** Waived */
            readonly waived: boolean;
        };
        /**
         * RefusedFrame
         * @description The command was refused and nothing has changed; without ``id``: the frame could not be read.
         */
        readonly RefusedFrame: {
            /** Id */
            readonly id?: string;
            /** Problem */
            readonly problem: {
                readonly [key: string]: unknown;
            };
            /**
             * Type
             * @constant
             */
            readonly type: "refused";
        };
        /**
         * ReopenListCommand
         * @description Open a closed list again. ``decided``: the body has decided so (LIST_CLOSE).
         */
        readonly ReopenListCommand: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly command: "ReopenList";
            /**
             * Decided
             * @default false
             */
            readonly decided?: boolean;
            /** Id */
            readonly id: string;
            /** Item */
            readonly item: string;
        };
        /**
         * RequestFloorCommand
         * @description A delegate asks for the floor for her delegation. Without ``item``: the one under consideration.
         */
        readonly RequestFloorCommand: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly command: "RequestFloor";
            /** Id */
            readonly id: string;
            /** Item */
            readonly item?: string;
            /** @default statement */
            readonly kind?: components["schemas"]["RequestKind"];
            /** Language */
            readonly language?: string;
            /** On Behalf Of */
            readonly on_behalf_of?: string;
        };
        /**
         * RequestKind
         * @description What the floor is asked for.
         * @enum {string}
         */
        readonly RequestKind: "statement" | "point_of_order";
        /**
         * RequestState
         * @description A request's way: passed over keeps its place; delivered and withdrawn are ends.
         * @enum {string}
         */
        readonly RequestState: "inscribed" | "called" | "speaking" | "passed_over" | "delivered" | "withdrawn";
        /**
         * ResumeMeetingCommand
         * @description Resume the suspended meeting.
         */
        readonly ResumeMeetingCommand: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly command: "ResumeMeeting";
            /** Id */
            readonly id: string;
        };
        /**
         * ResumeSpeakingCommand
         * @description Let the speaker's clock go on.
         */
        readonly ResumeSpeakingCommand: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly command: "ResumeSpeaking";
            /** Id */
            readonly id: string;
        };
        /**
         * Role
         * @description What a seat allows: an observer follows and does not ask for the floor.
         * @enum {string}
         */
        readonly Role: "speaker" | "observer";
        /**
         * RuleCommand
         * @description The chair's ruling on the point of order that has the floor.
         */
        readonly RuleCommand: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly command: "Rule";
            /** Id */
            readonly id: string;
            /** Upheld */
            readonly upheld: boolean;
        };
        /**
         * SeatBody
         * @description A unit of the limits; without ``participant`` it is free.
         */
        readonly SeatBody: {
            /** Id */
            readonly id: string;
            readonly modality: components["schemas"]["Modality"];
            /** Participant */
            readonly participant?: string;
            readonly role: components["schemas"]["Role"];
        };
        /**
         * SeatShown
         * @description Who holds a unit of a delegation's limits.
         */
        readonly SeatShown: {
            /** Delegation */
            readonly delegation: string;
            readonly modality: components["schemas"]["Modality"];
            /** Participant */
            readonly participant: string;
            readonly role: components["schemas"]["Role"];
        };
        /**
         * SnapshotBody
         * @description One audience's whole view as of ``seq``.
         */
        readonly SnapshotBody: {
            readonly audience: components["schemas"]["Audience"];
            /** Epoch */
            readonly epoch: string;
            /** Scale */
            readonly scale: number;
            /** Seq */
            readonly seq: number;
            /**
             * Server Now
             * Format: date-time
             */
            readonly server_now: string;
            /** View */
            readonly view: components["schemas"]["HallView"] | components["schemas"]["BoothsView"] | components["schemas"]["PodiumView"];
        };
        /**
         * SnapshotFrame
         * @description The whole view. ``scale``: service seconds per real second.
         */
        readonly SnapshotFrame: {
            readonly audience: components["schemas"]["Audience"];
            /** Epoch */
            readonly epoch: string;
            /** Scale */
            readonly scale: number;
            /** Seq */
            readonly seq: number;
            /**
             * Server Now
             * Format: date-time
             */
            readonly server_now: string;
            /**
             * Type
             * @constant
             */
            readonly type: "snapshot";
            /** View */
            readonly view: components["schemas"]["HallView"] | components["schemas"]["BoothsView"] | components["schemas"]["PodiumView"];
        };
        /**
         * Source
         * @description Where a request came from; recorded by the service, never taken from a client.
         * @enum {string}
         */
        readonly Source: "room" | "online" | "desk";
        /**
         * SuspendMeetingCommand
         * @description Suspend: the same meeting resumes later.
         */
        readonly SuspendMeetingCommand: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly command: "SuspendMeeting";
            /** Id */
            readonly id: string;
        };
        /**
         * TakeBackCallCommand
         * @description The last call was a mistake: the request has its place and its time again.
         */
        readonly TakeBackCallCommand: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly command: "TakeBackCall";
            /** Id */
            readonly id: string;
        };
        /**
         * TakeUpItemCommand
         * @description Begin the consideration of an agenda item.
         */
        readonly TakeUpItemCommand: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly command: "TakeUpItem";
            /** Id */
            readonly id: string;
            /** Item */
            readonly item: string;
        };
        /**
         * WithdrawRequestCommand
         * @description Take a waiting request off the list. ``reason``: free text, kept apart from the log.
         */
        readonly WithdrawRequestCommand: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly command: "WithdrawRequest";
            /** Id */
            readonly id: string;
            /** Reason */
            readonly reason?: string;
            /** Request */
            readonly request: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
