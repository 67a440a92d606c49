// Generated from the service's OpenAPI document by `npm run contract`; do not edit.

export type paths = Record<string, never>;
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * AbandonConsensusCommand
         * @description There is an objection: the question is open again.
         */
        readonly AbandonConsensusCommand: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly command: "AbandonConsensus";
            /** Id */
            readonly id: string;
        };
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
         * AcknowledgeSignalCommand
         * @description The chair has seen the alert, or the operator handles the call for help.
         */
        readonly AcknowledgeSignalCommand: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly command: "AcknowledgeSignal";
            /** Id */
            readonly id: string;
            /** Signal */
            readonly signal: string;
        };
        /**
         * AdjournMeetingCommand
         * @description Adjourn: the meeting ends. ``confirmed``: although rights of reply of the day still wait.
         */
        readonly AdjournMeetingCommand: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly command: "AdjournMeeting";
            /**
             * Confirmed
             * @default false
             */
            readonly confirmed?: boolean;
            /** Id */
            readonly id: string;
        };
        /**
         * AgendaTable
         * @description ``number`` as printed, a sub-item's with its item's: ``2 (a)``.
         *
         *     ``parent``: the item to which a sub-item belongs. ``sessions``: on whose agenda it is; without: all, or
         *     those of its item.
         */
        readonly AgendaTable: {
            /** Id */
            readonly id: string;
            /** Number */
            readonly number: string;
            /** Parent */
            readonly parent?: string;
            /**
             * Sessions
             * @default []
             */
            readonly sessions?: readonly string[];
            /** Titles */
            readonly titles: {
                readonly [key: string]: string;
            };
        };
        /**
         * AmendmentShown
         * @description An amendment to a proposal; ``place`` in the order of voting, from 1.
         */
        readonly AmendmentShown: {
            /** Place */
            readonly place: number;
            /** Proposal */
            readonly proposal: string;
            /**
             * Sponsors
             * @default []
             */
            readonly sponsors?: readonly string[];
            readonly state: components["schemas"]["ProposalState"];
            /** Symbol */
            readonly symbol?: string;
            /** Text */
            readonly text: string;
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
         * AnnouncedBody
         * @description ``queued``: messages that are new.
         */
        readonly AnnouncedBody: {
            /** Id */
            readonly id: string;
            /** Queued */
            readonly queued: number;
        };
        /**
         * AnnouncementBody
         * @description What all registered are told, or those of ``to``. ``id``: the same again is the same announcement, and
         *     is sent to those alone who have registered since.
         */
        readonly AnnouncementBody: {
            /** Id */
            readonly id?: string;
            /** Subject */
            readonly subject: string;
            /** Text */
            readonly text: string;
            /** @default {} */
            readonly to?: components["schemas"]["AudienceBody"];
        };
        /**
         * AnswerHandoverCommand
         * @description The other side accepts or declines.
         */
        readonly AnswerHandoverCommand: {
            /** Accepted */
            readonly accepted: boolean;
            /** Booth */
            readonly booth: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly command: "AnswerHandover";
            /** Id */
            readonly id: string;
        };
        /**
         * AppealCommand
         * @description A State party appeals against the ruling just made; the desk for a delegation that asked by flag.
         */
        readonly AppealCommand: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly command: "Appeal";
            /** Delegation */
            readonly delegation?: string;
            /** Id */
            readonly id: string;
        };
        /**
         * ApplyAsked
         * @description ``reason``: why those who came after the deadline are taken; ``leave_late``: they are not.
         */
        readonly ApplyAsked: {
            /**
             * Leave Late
             * @default false
             */
            readonly leave_late?: boolean;
            /** Reason */
            readonly reason?: string;
        };
        /**
         * ApprovalBody
         * @description ``reason``: to approve whom the note verbale in force does not name so; ``as_named``: with modality,
         *     role and sessions of her nomination, whatever she asks for; ``same_as``: whom of the conference's file the
         *     one registration is of.
         */
        readonly ApprovalBody: {
            /**
             * As Named
             * @default false
             */
            readonly as_named?: boolean;
            /** Reason */
            readonly reason?: string;
            /** Registrations */
            readonly registrations: readonly string[];
            /** Same As */
            readonly same_as?: string;
        };
        /**
         * ApprovedBody
         * @description What became of each.
         */
        readonly ApprovedBody: {
            /** Approved */
            readonly approved: readonly components["schemas"]["ApprovedLine"][];
            /** Refused */
            readonly refused: readonly components["schemas"]["RefusedLine"][];
        };
        /**
         * ApprovedLine
         * @description Who a registration has become. Not ``seated``: an alternate, all seats of this kind are held.
         */
        readonly ApprovedLine: {
            /** Participant */
            readonly participant: string;
            /** Registration */
            readonly registration: string;
            /** Seated */
            readonly seated: boolean;
        };
        /**
         * AskConsensusCommand
         * @description Is there any objection? ``kind``, ``ref``: what is put, see ``Question``.
         */
        readonly AskConsensusCommand: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly command: "AskConsensus";
            /** Id */
            readonly id: string;
            readonly kind: components["schemas"]["QuestionKind"];
            /**
             * Ref
             * @default
             */
            readonly ref?: string;
        };
        /**
         * AskMethodCommand
         * @description A representative asks for a roll call or a recorded vote on a question.
         */
        readonly AskMethodCommand: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly command: "AskMethod";
            /** Delegation */
            readonly delegation?: string;
            /** Id */
            readonly id: string;
            readonly kind: components["schemas"]["QuestionKind"];
            readonly method: components["schemas"]["VoteMethod"];
            /**
             * Ref
             * @default
             */
            readonly ref?: string;
        };
        /**
         * AskToRespondCommand
         * @description A panellist (or the desk for one) asks to answer; the response list stands beside the requests.
         */
        readonly AskToRespondCommand: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly command: "AskToRespond";
            /** Id */
            readonly id: string;
            /** Panellist */
            readonly panellist?: string;
        };
        /**
         * Audience
         * @description A meeting is projected once for each of these, never once for each console.
         * @enum {string}
         */
        readonly Audience: "hall" | "booths" | "podium";
        /**
         * AudienceBody
         * @description Whom an announcement concerns: who is registered so; absent: whichever.
         */
        readonly AudienceBody: {
            readonly category?: components["schemas"]["Category"];
            readonly modality?: components["schemas"]["Modality"];
            /** Session */
            readonly session?: string;
        };
        /**
         * AuditedBody
         * @description Who (a login's id) did or saw what, and when (RFC 3339, UTC, service time).
         */
        readonly AuditedBody: {
            /** Action */
            readonly action: string;
            /** At */
            readonly at: string;
            /** By */
            readonly by: string;
            /** Detail */
            readonly detail: {
                readonly [key: string]: unknown;
            };
            /** Subject */
            readonly subject: string;
        };
        /**
         * BallotShown
         * @description One delegation's vote, and how many votes that is.
         */
        readonly BallotShown: {
            /**
             * At
             * Format: date-time
             */
            readonly at: string;
            readonly choice: components["schemas"]["Choice"];
            /** Weight */
            readonly weight: number;
        };
        /**
         * BeginRepliesCommand
         * @description The rights of reply of an item (or of the day) are taken now, as the procedure says when.
         */
        readonly BeginRepliesCommand: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly command: "BeginReplies";
            /** Id */
            readonly id: string;
            /** Item */
            readonly item?: string;
        };
        /**
         * BodyShown
         * @description One of the bodies of a joint meeting; ``delegations``: who attends it, absent: all.
         */
        readonly BodyShown: {
            /** Delegations */
            readonly delegations?: readonly string[];
            /** Names */
            readonly names: {
                readonly [key: string]: string;
            };
        };
        /**
         * BodyTable
         * @description An organ that meets.
         */
        readonly BodyTable: {
            /** Id */
            readonly id: string;
            /** Names */
            readonly names: {
                readonly [key: string]: string;
            };
        };
        /**
         * BoothShown
         * @description A booth as it is staffed; ``outgoing``: its channels, two of them for a two-way booth.
         */
        readonly BoothShown: {
            /** Interpreters */
            readonly interpreters: readonly components["schemas"]["InterpreterShown"][];
            /** Outgoing */
            readonly outgoing: readonly string[];
            /** Remote */
            readonly remote: boolean;
        };
        /**
         * BoothsBody
         * @description All booths in their order. ``interpreters`` are people of the conference with that capacity.
         */
        readonly BoothsBody: {
            /** Booths */
            readonly booths: readonly components["schemas"]["StaffedBooth"][];
        };
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
            /** Answers */
            readonly answers?: string;
            /** Carried */
            readonly carried?: boolean;
            /** Delegation */
            readonly delegation: string;
            /**
             * Ended At
             * Format: date-time
             */
            readonly ended_at?: string;
            /** Item */
            readonly item?: string;
            /** Joint */
            readonly joint?: readonly string[];
            readonly kind: components["schemas"]["RequestKind"];
            /** Language */
            readonly language?: string;
            readonly modality: components["schemas"]["Modality"];
            /** Motion */
            readonly motion?: string;
            /** Named */
            readonly named?: readonly string[];
            /** On Behalf Of */
            readonly on_behalf_of?: string;
            /** Ordinal */
            readonly ordinal?: number;
            /** Panel */
            readonly panel?: string;
            /** Participant */
            readonly participant?: string;
            /** Proposal */
            readonly proposal?: string;
            readonly rank?: components["schemas"]["SpeakerRank"];
            /** Seconds */
            readonly seconds: number;
            /** Segment */
            readonly segment?: string;
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
            /** Slow Down */
            readonly slow_down?: boolean;
            /**
             * Started At
             * Format: date-time
             */
            readonly started_at: string;
            /** Title */
            readonly title?: string | {
                readonly [key: string]: string;
            };
            readonly to_order?: components["schemas"]["OrderCause"];
        };
        /**
         * BoothsPanel
         * @description ``moderated_by``: id in the directory.
         */
        readonly BoothsPanel: {
            /** Answer Seconds */
            readonly answer_seconds: number;
            /** Asked */
            readonly asked: readonly string[];
            /** Batch */
            readonly batch: number;
            /** Id */
            readonly id: string;
            /** Item */
            readonly item: string;
            /** Moderated By */
            readonly moderated_by?: string;
            /** Moderator */
            readonly moderator?: string | {
                readonly [key: string]: string;
            };
            /** Panellists */
            readonly panellists: readonly components["schemas"]["BoothsPanellist"][];
            readonly phase: components["schemas"]["PanelPhase"];
            /** Presentation Seconds */
            readonly presentation_seconds: number;
            /** Question Seconds */
            readonly question_seconds: number;
            /** Rebuttal Seconds */
            readonly rebuttal_seconds: number;
            /** Title */
            readonly title: string;
        };
        /**
         * BoothsPanellist
         * @description ``participant``: id in the directory.
         */
        readonly BoothsPanellist: {
            /** Answered */
            readonly answered: boolean;
            /** Delegation */
            readonly delegation?: string;
            /** Participant */
            readonly participant: string;
            /** Passed Over */
            readonly passed_over?: boolean;
            /** Presented */
            readonly presented: boolean;
            /** Responds */
            readonly responds?: number;
            /** Title */
            readonly title: string | {
                readonly [key: string]: string;
            };
        };
        /**
         * BoothsText
         * @description Also those not yet delivered. ``check``: against delivery. ``publishable_at``: since delivery.
         */
        readonly BoothsText: {
            /**
             * Attached At
             * Format: date-time
             */
            readonly attached_at: string;
            /** Check */
            readonly check: boolean;
            /** Delegation */
            readonly delegation: string;
            /** Item */
            readonly item: string;
            /** Languages */
            readonly languages: readonly string[];
            /**
             * Publishable At
             * Format: date-time
             */
            readonly publishable_at?: string;
            /** Request */
            readonly request?: string;
        };
        /**
         * BoothsView
         * @description The hall's view with entries, floor, call, panel and texts of the booths' kind, and the booths.
         *
         *     ``next``: who will be called next, at most five, in order. ``signals``: those not finished.
         *     ``readiness``: of remote speakers and interpreters, by participant.
         */
        readonly BoothsView: {
            /** Agenda */
            readonly agenda: {
                readonly [key: string]: components["schemas"]["ItemShown"];
            };
            /** Amendments */
            readonly amendments: {
                readonly [key: string]: components["schemas"]["AmendmentShown"];
            };
            /** Bodies */
            readonly bodies: {
                readonly [key: string]: components["schemas"]["BodyShown"];
            };
            /** Booths */
            readonly booths: {
                readonly [key: string]: components["schemas"]["BoothShown"];
            };
            readonly called?: components["schemas"]["BoothsCall"];
            readonly consensus?: components["schemas"]["ConsensusShown"];
            /** Decisions */
            readonly decisions: {
                readonly [key: string]: components["schemas"]["DecisionShown"];
            };
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
            /** Group Members */
            readonly group_members: {
                readonly [key: string]: readonly string[];
            };
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
            /** Motion */
            readonly motion?: string;
            /** Motions */
            readonly motions: {
                readonly [key: string]: components["schemas"]["MotionShown"];
            };
            /** Next */
            readonly next: readonly string[];
            /** On Air */
            readonly on_air: {
                readonly [key: string]: components["schemas"]["OnAirShown"];
            };
            readonly panel?: components["schemas"]["BoothsPanel"];
            /** Pending Motions */
            readonly pending_motions: readonly string[];
            /** Points */
            readonly points: readonly string[];
            /** Presiding */
            readonly presiding?: string;
            readonly procedure: components["schemas"]["ProcedureShown"];
            /** Proposals */
            readonly proposals: {
                readonly [key: string]: components["schemas"]["ProposalShown"];
            };
            /** Readiness */
            readonly readiness: {
                readonly [key: string]: components["schemas"]["ReadinessShown"];
            };
            readonly ruling?: components["schemas"]["RulingShown"];
            /** Signals */
            readonly signals: {
                readonly [key: string]: components["schemas"]["SignalShown"];
            };
            /** Staffing */
            readonly staffing: readonly components["schemas"]["StaffingWarning"][];
            /** Texts */
            readonly texts: {
                readonly [key: string]: components["schemas"]["BoothsText"];
            };
            /** Tiers */
            readonly tiers: {
                readonly [key: string]: string | {
                    readonly [key: string]: string;
                };
            };
            readonly vote?: components["schemas"]["HallVote"];
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
            readonly reason: "revoked" | "slow" | "shutting_down" | "protocol" | "unknown_meeting" | "superseded" | "too_many";
            /** Retry After */
            readonly retry_after?: number;
            /**
             * Type
             * @constant
             */
            readonly type: "bye";
        };
        /**
         * CalendarBody
         * @description ``calendar``: as it is sent back, hours in the conference's zone; the rest: derived, moments in UTC.
         *
         *     ``registration_closes_at``: the first moment at which nobody may register any more.
         */
        readonly CalendarBody: {
            readonly calendar: components["schemas"]["CalendarDocument"];
            /** Meetings */
            readonly meetings: readonly components["schemas"]["MeetingState"][];
            /** Registration Closes At */
            readonly registration_closes_at?: string;
        };
        /**
         * CalendarDocument
         * @description The calendar over the API, with the zone of its hours and the end of registration.
         */
        readonly CalendarDocument: {
            /** Agenda */
            readonly agenda: readonly components["schemas"]["AgendaTable"][];
            /**
             * Bodies
             * @default []
             */
            readonly bodies?: readonly components["schemas"]["BodyTable"][];
            /** Meetings */
            readonly meetings: readonly components["schemas"]["MeetingTable"][];
            /** Registration Closes */
            readonly registration_closes?: string;
            /**
             * Rooms
             * @default []
             */
            readonly rooms?: readonly components["schemas"]["RoomTable"][];
            /**
             * Sessions
             * @default []
             */
            readonly sessions?: readonly components["schemas"]["SessionTable"][];
            /** Time Zone */
            readonly time_zone: string;
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
         * CallSpeakerToOrderCommand
         * @description The chair calls whoever speaks to order; the statement goes on.
         */
        readonly CallSpeakerToOrderCommand: {
            readonly cause: components["schemas"]["OrderCause"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly command: "CallSpeakerToOrder";
            /** Id */
            readonly id: string;
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
         * CancelHandoverCommand
         * @description Who started it takes it back.
         */
        readonly CancelHandoverCommand: {
            /** Booth */
            readonly booth: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly command: "CancelHandover";
            /** Id */
            readonly id: string;
        };
        /**
         * CancelVoteCommand
         * @description The vote cannot be completed (the system failed): no result, nothing changes. With a reason.
         */
        readonly CancelVoteCommand: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly command: "CancelVote";
            /** Id */
            readonly id: string;
            /** Reason */
            readonly reason: string;
        };
        /**
         * Capacity
         * @description What a login may do.
         * @enum {string}
         */
        readonly Capacity: "chair" | "secretariat" | "delegate" | "interpreter" | "operator" | "hall";
        /**
         * CastVoteCommand
         * @description A delegation's speaker votes at the console, and may change it until the vote is closed.
         */
        readonly CastVoteCommand: {
            readonly choice: components["schemas"]["Choice"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly command: "CastVote";
            /** Id */
            readonly id: string;
        };
        /**
         * Category
         * @description What a delegation is (rules 14 to 17 of the Conference).
         * @enum {string}
         */
        readonly Category: "state_party" | "signatory" | "other_state" | "reio" | "entity" | "igo" | "ngo";
        /**
         * ChangeBody
         * @description What is to be done on the platform: ``added``, ``removed`` or ``changed``; the line as it is now.
         */
        readonly ChangeBody: {
            /**
             * Change
             * @enum {string}
             */
            readonly change: "added" | "removed" | "changed";
            readonly line: components["schemas"]["SheetLine"];
        };
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
         * ChangedBody
         * @description The same person in two revisions, and in which fields she differs.
         */
        readonly ChangedBody: {
            readonly after: components["schemas"]["NominationBody"];
            readonly before: components["schemas"]["NominationBody"];
            /** Fields */
            readonly fields: readonly string[];
        };
        /**
         * CheckInAsked
         * @description Whether somebody is here.
         */
        readonly CheckInAsked: {
            /** Checked In */
            readonly checked_in: boolean;
        };
        /**
         * Choice
         * @description What a delegation votes.
         * @enum {string}
         */
        readonly Choice: "yes" | "no" | "abstention";
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
        /**
         * ClosePanelCommand
         * @description The panel has ended. ``confirmed``: although questions wait.
         */
        readonly ClosePanelCommand: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly command: "ClosePanel";
            /**
             * Confirmed
             * @default false
             */
            readonly confirmed?: boolean;
            /** Id */
            readonly id: string;
        };
        /**
         * CloseVoteCommand
         * @description Voting ends and the result is declared, with its effects.
         */
        readonly CloseVoteCommand: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly command: "CloseVote";
            /** Id */
            readonly id: string;
        };
        /**
         * CodeBody
         * @description What stands in the link's fragment.
         */
        readonly CodeBody: {
            /** Code */
            readonly code: string;
        };
        /** @description A command: ``command`` names it; its own fields stand beside. */
        readonly Command: components["schemas"]["CallToOrderCommand"] | components["schemas"]["SuspendMeetingCommand"] | components["schemas"]["ResumeMeetingCommand"] | components["schemas"]["AdjournMeetingCommand"] | components["schemas"]["HandOverChairCommand"] | components["schemas"]["TakeUpItemCommand"] | components["schemas"]["CloseItemCommand"] | components["schemas"]["OpenListCommand"] | components["schemas"]["AnnounceListCommand"] | components["schemas"]["CloseListCommand"] | components["schemas"]["ReopenListCommand"] | components["schemas"]["RequestFloorCommand"] | components["schemas"]["InscribeSpeakerCommand"] | components["schemas"]["JoinStatementCommand"] | components["schemas"]["DeclineToJoinCommand"] | components["schemas"]["WithdrawRequestCommand"] | components["schemas"]["ChangeModalityCommand"] | components["schemas"]["SetListClosingCommand"] | components["schemas"]["FreezeHeadCommand"] | components["schemas"]["MoveRequestCommand"] | components["schemas"]["OpenSegmentCommand"] | components["schemas"]["InviteOrganizationCommand"] | components["schemas"]["BeginRepliesCommand"] | components["schemas"]["DeclineRequestCommand"] | components["schemas"]["TakeAsReadCommand"] | components["schemas"]["CallNextCommand"] | components["schemas"]["CallSpeakerCommand"] | components["schemas"]["PassOverCommand"] | components["schemas"]["TakeBackCallCommand"] | components["schemas"]["GiveFloorCommand"] | components["schemas"]["GiveFloorToCommand"] | components["schemas"]["EndStatementCommand"] | components["schemas"]["ExtendTimeCommand"] | components["schemas"]["CallSpeakerToOrderCommand"] | components["schemas"]["PauseSpeakingCommand"] | components["schemas"]["ResumeSpeakingCommand"] | components["schemas"]["RuleCommand"] | components["schemas"]["MarkSoundCommand"] | components["schemas"]["MarkTestedCommand"] | components["schemas"]["MoveCommand"] | components["schemas"]["ProposeLimitCommand"] | components["schemas"]["WithdrawMotionCommand"] | components["schemas"]["TakeUpMotionCommand"] | components["schemas"]["AppealCommand"] | components["schemas"]["TableProposalCommand"] | components["schemas"]["WithdrawProposalCommand"] | components["schemas"]["TableAmendmentCommand"] | components["schemas"]["OrderAmendmentsCommand"] | components["schemas"]["WithdrawAmendmentCommand"] | components["schemas"]["ReviseOrallyCommand"] | components["schemas"]["AskConsensusCommand"] | components["schemas"]["ObjectCommand"] | components["schemas"]["LiftObjectionCommand"] | components["schemas"]["DeclareDecidedCommand"] | components["schemas"]["AbandonConsensusCommand"] | components["schemas"]["AskMethodCommand"] | components["schemas"]["OpenVoteCommand"] | components["schemas"]["CastVoteCommand"] | components["schemas"]["RecordVoteCommand"] | components["schemas"]["EnterCountCommand"] | components["schemas"]["CloseVoteCommand"] | components["schemas"]["CancelVoteCommand"] | components["schemas"]["OpenPanelCommand"] | components["schemas"]["NextOfPanelCommand"] | components["schemas"]["TurnToCommand"] | components["schemas"]["AskToRespondCommand"] | components["schemas"]["ClosePanelCommand"] | components["schemas"]["StaffBoothCommand"] | components["schemas"]["TakeMicrophoneCommand"] | components["schemas"]["ReleaseMicrophoneCommand"] | components["schemas"]["RequestHandoverCommand"] | components["schemas"]["AnswerHandoverCommand"] | components["schemas"]["CancelHandoverCommand"] | components["schemas"]["SetSourceCommand"] | components["schemas"]["SetChannelCommand"] | components["schemas"]["RaiseSignalCommand"] | components["schemas"]["AcknowledgeSignalCommand"] | components["schemas"]["FinishSignalCommand"] | components["schemas"]["CorrectStatementCommand"] | components["schemas"]["CorrectVoteCommand"] | components["schemas"]["CorrectDecisionCommand"];
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
         * ConcernBody
         * @description Something to be put in order.
         */
        readonly ConcernBody: {
            readonly code: components["schemas"]["ConcernCode"];
            /** Name */
            readonly name: string;
            /** Subject */
            readonly subject: string;
        };
        /**
         * ConcernCode
         * @description What of a delegation is not in order.
         * @enum {string}
         */
        readonly ConcernCode: "over-limit" | "no-seat" | "not-in-note" | "doubtful" | "differs" | "not-registered";
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
            readonly title: string | {
                readonly [key: string]: string;
            };
        };
        /**
         * ConfirmAsked
         * @description Also ``exception``: why the note is confirmed over the limits.
         */
        readonly ConfirmAsked: {
            /**
             * Change
             * @default []
             */
            readonly change?: readonly string[];
            /** Exception */
            readonly exception?: string;
            /**
             * Keep
             * @default {}
             */
            readonly keep?: {
                readonly [key: string]: string;
            };
            /**
             * Withdraw
             * @default []
             */
            readonly withdraw?: readonly string[];
        };
        /**
         * ConfirmedBody
         * @description ``withdrawn``: registrations that ended; ``changed``: that now are what the note says; ``unsettled``:
         *     registration → the problem why there was no room for that; it stands as it was approved.
         */
        readonly ConfirmedBody: {
            /** Changed */
            readonly changed: readonly string[];
            readonly diff: components["schemas"]["DiffBody"];
            readonly note: components["schemas"]["NoteBody"];
            /** Unsettled */
            readonly unsettled: {
                readonly [key: string]: {
                    readonly [key: string]: unknown;
                };
            };
            /** Withdrawn */
            readonly withdrawn: readonly string[];
        };
        /**
         * ConsensusShown
         * @description The chair asks whether there is an objection. ``objections``: who objects; they say so openly.
         */
        readonly ConsensusShown: {
            /**
             * Asked At
             * Format: date-time
             */
            readonly asked_at: string;
            readonly kind: components["schemas"]["QuestionKind"];
            /**
             * Objections
             * @default []
             */
            readonly objections?: readonly string[];
            /** Ref */
            readonly ref: string;
        };
        /**
         * CorrectDecisionCommand
         * @description The result of a decision was declared wrongly. ``meeting``: as in ``CorrectVote``.
         */
        readonly CorrectDecisionCommand: {
            /** Abstentions */
            readonly abstentions?: number;
            /** Carried */
            readonly carried: boolean;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly command: "CorrectDecision";
            /** Decision */
            readonly decision: number;
            /** Id */
            readonly id: string;
            /** Meeting */
            readonly meeting?: string;
            /** No */
            readonly no?: number;
            /** Reason */
            readonly reason: string;
            /** Yes */
            readonly yes?: number;
        };
        /**
         * CorrectStatementCommand
         * @description A wrong delegation or a wrong time of a turn that has ended.
         */
        readonly CorrectStatementCommand: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly command: "CorrectStatement";
            /** Delegation */
            readonly delegation?: string;
            /** Grant */
            readonly grant: number;
            /** Id */
            readonly id: string;
            /** Reason */
            readonly reason: string;
            /** Spoken Ms */
            readonly spoken_ms?: number;
        };
        /**
         * CorrectVoteCommand
         * @description A vote of a decision was recorded wrongly; the result follows from the votes.
         *
         *     ``meeting``: the earlier one that took the decision, where this one goes on with its proposal.
         */
        readonly CorrectVoteCommand: {
            readonly choice?: components["schemas"]["Choice"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly command: "CorrectVote";
            /** Decision */
            readonly decision: number;
            /** Delegation */
            readonly delegation: string;
            /** Id */
            readonly id: string;
            /** Meeting */
            readonly meeting?: string;
            /** Reason */
            readonly reason: string;
        };
        /**
         * CorrectionBody
         * @description What a registration says from now on, all of it; ``reason``: why, on record.
         */
        readonly CorrectionBody: {
            /** Delegation */
            readonly delegation: string;
            /** Email */
            readonly email: string;
            /** Language */
            readonly language?: string;
            readonly modality: components["schemas"]["Modality"];
            /** Name */
            readonly name: string;
            /** Reason */
            readonly reason: string;
            readonly role: components["schemas"]["Role"];
            /**
             * Sessions
             * @default []
             */
            readonly sessions?: readonly string[];
            /** Title */
            readonly title?: string;
        };
        /**
         * CountsBody
         * @description ``registered``: pending or approved; ``approved``: of them; who came with the conference's file
         *     counts in each.
         */
        readonly CountsBody: {
            /** Approved */
            readonly approved: number;
            /** Nominated */
            readonly nominated: number;
            /** Registered */
            readonly registered: number;
        };
        /**
         * CreatedBody
         * @description The conference, and a login link into it as ``participant``: shown once, kept by nobody.
         */
        readonly CreatedBody: {
            /** Conference */
            readonly conference: string;
            /** Link */
            readonly link: string;
            /** Login */
            readonly login: string;
            /** Participant */
            readonly participant: string;
        };
        /**
         * CrossCheckAsked
         * @description ``delegation`` absent: all.
         */
        readonly CrossCheckAsked: {
            /** Delegation */
            readonly delegation?: string;
        };
        /**
         * CrossCheckBody
         * @description ``clean``: ids of those that may be approved in one act; ``unregistered``: nominations for which nobody
         *     has registered; ``counts``: of the pending ones by match.
         */
        readonly CrossCheckBody: {
            /** Clean */
            readonly clean: readonly string[];
            /** Counts */
            readonly counts: {
                readonly [key: string]: number;
            };
            /** Registrations */
            readonly registrations: readonly components["schemas"]["RegistrationLine"][];
            /** Unregistered */
            readonly unregistered: readonly components["schemas"]["NominationLine"][];
        };
        /**
         * DecidedBody
         * @description What became of each.
         */
        readonly DecidedBody: {
            /** Done */
            readonly done: readonly string[];
            /** Refused */
            readonly refused: readonly components["schemas"]["RefusedLine"][];
        };
        /**
         * DecidedBy
         * @description How a decision came about.
         * @enum {string}
         */
        readonly DecidedBy: "consensus" | "vote";
        /**
         * DecisionShown
         * @description What the body decided. ``ballots``: of a roll call or recorded vote. ``objections``: recorded.
         */
        readonly DecisionShown: {
            /** As Orally Amended */
            readonly as_orally_amended: boolean;
            /**
             * At
             * Format: date-time
             */
            readonly at: string;
            /** Ballots */
            readonly ballots?: {
                readonly [key: string]: components["schemas"]["Choice"];
            };
            readonly by: components["schemas"]["DecidedBy"];
            /** Carried */
            readonly carried: boolean;
            /** Corrected */
            readonly corrected: boolean;
            /** Item */
            readonly item?: string;
            readonly kind: components["schemas"]["QuestionKind"];
            readonly majority?: components["schemas"]["Majority"];
            readonly method?: components["schemas"]["VoteMethod"];
            /** Objections */
            readonly objections?: readonly string[];
            /** Ref */
            readonly ref: string;
            readonly tally?: components["schemas"]["TallyShown"];
        };
        /**
         * DeclareDecidedCommand
         * @description I hear no objection: it is so decided. ``noted``: objections are recorded and do not hinder.
         */
        readonly DeclareDecidedCommand: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly command: "DeclareDecided";
            /** Id */
            readonly id: string;
            /**
             * Noted
             * @default false
             */
            readonly noted?: boolean;
        };
        /**
         * DeclineRequestCommand
         * @description The chair declines a right of reply or a rebuttal, with a reason (kept apart from the log).
         */
        readonly DeclineRequestCommand: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly command: "DeclineRequest";
            /** Id */
            readonly id: string;
            /** Reason */
            readonly reason: string;
            /** Request */
            readonly request: string;
        };
        /**
         * DeclineToJoinCommand
         * @description A delegation that was asked does not join. ``delegation``: where the desk says so.
         */
        readonly DeclineToJoinCommand: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly command: "DeclineToJoin";
            /** Delegation */
            readonly delegation?: string;
            /** Id */
            readonly id: string;
            /** Request */
            readonly request: string;
        };
        /**
         * DelegationBody
         * @description A delegation with its limits, seats and people. ``problems``: for the desk, the own head and the own
         *     focal point.
         */
        readonly DelegationBody: {
            readonly category: components["schemas"]["Category"];
            /** Code */
            readonly code: string;
            /** Id */
            readonly id: string;
            /** Limits */
            readonly limits: readonly components["schemas"]["HavingBody"][];
            /** Names */
            readonly names: {
                readonly [key: string]: string;
            };
            /** People */
            readonly people: readonly components["schemas"]["PersonBody"][];
            /** Problems */
            readonly problems?: readonly components["schemas"]["ConcernBody"][];
            /** Seats */
            readonly seats: readonly components["schemas"]["SeatBody"][];
        };
        /**
         * DelegationLine
         * @description A delegation. ``sessions``: those that it attends.
         */
        readonly DelegationLine: {
            readonly category: components["schemas"]["Category"];
            /** Code */
            readonly code: string;
            /** Id */
            readonly id: string;
            /** Members */
            readonly members: readonly string[];
            /** Names */
            readonly names: {
                readonly [key: string]: string;
            };
            /** Sessions */
            readonly sessions: readonly string[];
        };
        /**
         * DelegationLineBody
         * @description The counts of one delegation. ``name``: in English.
         */
        readonly DelegationLineBody: {
            /** By Modality */
            readonly by_modality: {
                readonly [key: string]: components["schemas"]["CountsBody"];
            };
            /** By Role */
            readonly by_role: {
                readonly [key: string]: components["schemas"]["CountsBody"];
            };
            readonly category: components["schemas"]["Category"];
            /** Code */
            readonly code: string;
            /** Delegation */
            readonly delegation: string;
            /** Name */
            readonly name: string;
            readonly total: components["schemas"]["CountsBody"];
        };
        /**
         * DelegationShown
         * @description A delegation's code, category and names by language tag; of an REIO, its member States here.
         */
        readonly DelegationShown: {
            readonly category: components["schemas"]["Category"];
            /** Code */
            readonly code: string;
            /** Members */
            readonly members?: readonly string[];
            /** Names */
            readonly names: {
                readonly [key: string]: string;
            };
        };
        /**
         * DelegationWords
         * @description A delegation as the desk writes it. ``country``: gives code and names; ``sessions``: absent: all;
         *     ``members``: of a regional economic integration organization, the delegations of its member States.
         */
        readonly DelegationWords: {
            readonly category: components["schemas"]["Category"];
            /** Code */
            readonly code?: string;
            /** Country */
            readonly country?: string;
            /**
             * Members
             * @default []
             */
            readonly members?: readonly string[];
            /** Names */
            readonly names?: {
                readonly [key: string]: string;
            };
            /**
             * Sessions
             * @default []
             */
            readonly sessions?: readonly string[];
        };
        /**
         * DeskPerson
         * @description A request that the desk takes in. ``reason``: why, where registration has closed.
         */
        readonly DeskPerson: {
            /** Delegation */
            readonly delegation: string;
            /** Email */
            readonly email: string;
            /** Gender */
            readonly gender?: string;
            /** Language */
            readonly language?: string;
            readonly modality: components["schemas"]["Modality"];
            /** Name */
            readonly name: string;
            /** Reason */
            readonly reason?: string;
            readonly role: components["schemas"]["Role"];
            /**
             * Sessions
             * @default []
             */
            readonly sessions?: readonly string[];
            /** Title */
            readonly title?: string;
        };
        /**
         * DiffBody
         * @description ``before``: the revision compared with, none for the first; ``same``: how many stand as they stood;
         *     ``losing``: of a draft, who must be changed, kept or withdrawn when it is confirmed; ``unsettled``: of the
         *     note in force, the approved whose place is still that of a superseded note.
         */
        readonly DiffBody: {
            /** Added */
            readonly added: readonly components["schemas"]["NominationBody"][];
            readonly after: components["schemas"]["NoteLine"];
            readonly before?: components["schemas"]["NoteLine"];
            /** Changed */
            readonly changed: readonly components["schemas"]["ChangedBody"][];
            /** Losing */
            readonly losing: readonly components["schemas"]["LosingBody"][];
            /** Removed */
            readonly removed: readonly components["schemas"]["NominationBody"][];
            /** Same */
            readonly same: number;
            /** Unsettled */
            readonly unsettled: readonly components["schemas"]["LosingBody"][];
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
         * DocumentBody
         * @description A stored file. ``pages``: of a PDF, pictures in a TIFF; ``text``: whether there are letters in it;
         *     ``readable``: whether a table may be read from it.
         */
        readonly DocumentBody: {
            /** Id */
            readonly id: string;
            readonly media_type: components["schemas"]["FileKind"];
            /** Name */
            readonly name: string;
            /** Pages */
            readonly pages: number;
            /** Readable */
            readonly readable: boolean;
            /** Sha256 */
            readonly sha256: string;
            /** Size */
            readonly size: number;
            /** Text */
            readonly text: boolean;
        };
        /**
         * DoubtBody
         * @description What an officer must look at. ``field``: of the proposal, or ``row``.
         */
        readonly DoubtBody: {
            /** Code */
            readonly code: string;
            /** Field */
            readonly field: string;
            /** Says */
            readonly says: string;
        };
        /**
         * EarlierDecisionShown
         * @description What an earlier ``meeting`` decided, as its ``number``, on a proposal that stands here.
         */
        readonly EarlierDecisionShown: {
            /** As Orally Amended */
            readonly as_orally_amended: boolean;
            /**
             * At
             * Format: date-time
             */
            readonly at: string;
            /** Ballots */
            readonly ballots?: {
                readonly [key: string]: components["schemas"]["Choice"];
            };
            readonly by: components["schemas"]["DecidedBy"];
            /** Carried */
            readonly carried: boolean;
            /** Corrected */
            readonly corrected: boolean;
            /** Item */
            readonly item?: string;
            readonly kind: components["schemas"]["QuestionKind"];
            readonly majority?: components["schemas"]["Majority"];
            /** Meeting */
            readonly meeting: string;
            readonly method?: components["schemas"]["VoteMethod"];
            /** Number */
            readonly number: number;
            /** Objections */
            readonly objections?: readonly string[];
            /** Ref */
            readonly ref: string;
            readonly tally?: components["schemas"]["TallyShown"];
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
         * EnterCountCommand
         * @description The count of hands, or the tellers' totals of a secret ballot.
         */
        readonly EnterCountCommand: {
            /** Abstentions */
            readonly abstentions: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly command: "EnterCount";
            /** Id */
            readonly id: string;
            /**
             * Invalid
             * @default 0
             */
            readonly invalid?: number;
            /** No */
            readonly no: number;
            /** Yes */
            readonly yes: number;
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
         * ErasedBody
         * @description ``name``: what stands in the place of the person's; ``rows``: how many of what were erased.
         */
        readonly ErasedBody: {
            /** Documents */
            readonly documents: readonly components["schemas"]["StoredNoteBody"][];
            /** Name */
            readonly name: string;
            /** Rows */
            readonly rows: {
                readonly [key: string]: number;
            };
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
         * Extension
         * @description What it costs to go on for ``seconds`` after the end, and what it brings.
         *
         *     ``heard``: how many more will be heard. ``interpreter_seconds``: interpreters' time beyond the end, of
         *     all who are staffed. ``beyond_limit_seconds``: how far past the longest meeting that interpreters work.
         */
        readonly Extension: {
            /** Beyond Limit Seconds */
            readonly beyond_limit_seconds: number;
            /** Heard */
            readonly heard: number;
            /** Interpreter Seconds */
            readonly interpreter_seconds: number;
            /** Seconds */
            readonly seconds: number;
        };
        /**
         * FiguresBody
         * @description ``as_of``: RFC 3339, UTC. ``unknown``: live registrations without a delegation; in ``total`` alone.
         */
        readonly FiguresBody: {
            /** As Of */
            readonly as_of: string;
            /** By Category */
            readonly by_category: {
                readonly [key: string]: components["schemas"]["LineBody"];
            };
            /** Delegations */
            readonly delegations: readonly components["schemas"]["DelegationLineBody"][];
            readonly gender: components["schemas"]["GenderBody"];
            readonly total: components["schemas"]["LineBody"];
            /** Unknown */
            readonly unknown: number;
        };
        /**
         * FileKind
         * @description What may be stored: the media type.
         * @enum {string}
         */
        readonly FileKind: "application/pdf" | "application/vnd.openxmlformats-officedocument.wordprocessingml.document" | "image/png" | "image/jpeg" | "image/tiff";
        /**
         * FindingBody
         * @description What stands against a note or is worth knowing; without ``line``: about the note as a whole. A
         *     ``conflict`` hinders its confirmation, an ``exception`` does without a reason, a ``remark`` does not.
         */
        readonly FindingBody: {
            /** Citation */
            readonly citation?: string;
            /** Code */
            readonly code: string;
            /** Field */
            readonly field: string;
            /** Line */
            readonly line?: number;
            /** Says */
            readonly says: string;
            readonly weight: components["schemas"]["Weight"];
        };
        /**
         * FinishSignalCommand
         * @description It is over: said by whoever raised it, the operator or the chair.
         */
        readonly FinishSignalCommand: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly command: "FinishSignal";
            /** Id */
            readonly id: string;
            /** Signal */
            readonly signal: string;
        };
        /**
         * Fitness
         * @description What operator or interpreter found of a remote speaker's sound.
         * @enum {string}
         */
        readonly Fitness: "unknown" | "fit" | "unfit";
        /**
         * Forecast
         * @description What the chair needs to plan. Counted from ``from_at``: when who speaks now should have ended.
         *
         *     Once that is past, consoles add the overrun: what has gone by since then. ``ahead``: per request that
         *     waits, the seconds until it has the floor; ``expected``: how long it will take, in seconds, with the
         *     change of speakers. ``pace_permille``: of the time allowed that speakers used so far. ``needed_seconds``:
         *     for all; ``available_seconds``: until the hard end, where there is one. ``not_heard``: how many will not
         *     be heard by then. ``room_for``: how many more would be. ``close_list_at``: when to close the list, if
         *     requests go on to come as so far. ``limit_seconds``: the longest limit of statements that lets all speak,
         *     where one is needed and there is one. ``extension_seconds``: how long after the end all will have spoken.
         */
        readonly Forecast: {
            /** Ahead */
            readonly ahead: {
                readonly [key: string]: number;
            };
            /** Available Seconds */
            readonly available_seconds?: number;
            /**
             * Close List At
             * Format: date-time
             */
            readonly close_list_at?: string;
            /** Expected */
            readonly expected: {
                readonly [key: string]: number;
            };
            /** Extension Seconds */
            readonly extension_seconds?: number;
            /**
             * Extensions
             * @default []
             */
            readonly extensions?: readonly components["schemas"]["Extension"][];
            /**
             * From At
             * Format: date-time
             */
            readonly from_at: string;
            /** Limit Seconds */
            readonly limit_seconds?: number;
            /** Needed Seconds */
            readonly needed_seconds: number;
            /** Not Heard */
            readonly not_heard: number;
            /** Pace Permille */
            readonly pace_permille: number;
            /** Room For */
            readonly room_for?: number;
        };
        /**
         * FormAsked
         * @description A form of the Indico that this service asks. ``columns``: as ``email=Courriel``, where a title is not
         *     recognised; ``modality`` and ``role``: of a form that does not ask.
         */
        readonly FormAsked: {
            /**
             * Columns
             * @default []
             */
            readonly columns?: readonly string[];
            /** Event */
            readonly event: number;
            /** Form */
            readonly form: number;
            readonly modality?: components["schemas"]["Modality"];
            readonly role?: components["schemas"]["Role"];
        };
        /**
         * FormBody
         * @description What the form shows. ``delegation``: fixed by the invitation; ``closed``: nobody may register any more
         *     since ``closes_at``.
         */
        readonly FormBody: {
            /** Closed */
            readonly closed: boolean;
            /** Closes At */
            readonly closes_at?: string;
            /** Conference */
            readonly conference: string;
            /** Delegation */
            readonly delegation?: string;
            /** Delegations */
            readonly delegations: readonly components["schemas"]["hemicycle__api__invitations__Choice"][];
            /** Sessions */
            readonly sessions: readonly components["schemas"]["hemicycle__api__invitations__Choice"][];
            /** Time Zone */
            readonly time_zone: string;
            /** Title */
            readonly title: string | {
                readonly [key: string]: string;
            };
        };
        /**
         * FreezeHeadCommand
         * @description Fix the first ``count`` of the list as they stand now; 0 lets the order go on by its method.
         */
        readonly FreezeHeadCommand: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly command: "FreezeHead";
            /** Count */
            readonly count: number;
            /** Id */
            readonly id: string;
            /** Item */
            readonly item: string;
        };
        /**
         * GateShown
         * @description What a remote speaker must be before the floor is given: connected, tested, of fit sound.
         */
        readonly GateShown: {
            /** Connected */
            readonly connected: boolean;
            /** Sound */
            readonly sound: boolean;
            /** Tested */
            readonly tested: boolean;
        };
        /**
         * GenderBody
         * @description As declared, of ``counted`` live registrations. Withheld counts (fewer than five, and what would give
         *     them away) are listed in ``withheld``; where both are empty nothing can be told.
         */
        readonly GenderBody: {
            /** Counted */
            readonly counted: number;
            /** Of */
            readonly of: {
                readonly [key: string]: number;
            };
            /** Withheld */
            readonly withheld: readonly string[];
        };
        /**
         * GiveFloorCommand
         * @description Give the floor to the speaker called; to one who is not ready only with ``override``, a reason.
         */
        readonly GiveFloorCommand: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly command: "GiveFloor";
            /** Id */
            readonly id: string;
            /** Override */
            readonly override?: string;
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
         * @description One request. ``seconds``: the speaking time it will have. ``tier``, ``segment``: ids.
         *
         *     ``rank``: only where a segment goes by rank. ``joint``: who makes the statement too; ``named``: while it
         *     waits, who is asked to and has not joined. ``answers``: the request to which a reply answers; ``ordinal``:
         *     the delegation's first, second reply. ``motion``, ``proposal``, ``panel``: what it speaks to. ``carried``:
         *     inscribed at an earlier meeting.
         */
        readonly HallEntry: {
            /**
             * Accepted At
             * Format: date-time
             */
            readonly accepted_at: string;
            /** Answers */
            readonly answers?: string;
            /** Carried */
            readonly carried?: boolean;
            /** Delegation */
            readonly delegation: string;
            /**
             * Ended At
             * Format: date-time
             */
            readonly ended_at?: string;
            /** Item */
            readonly item?: string;
            /** Joint */
            readonly joint?: readonly string[];
            readonly kind: components["schemas"]["RequestKind"];
            readonly modality: components["schemas"]["Modality"];
            /** Motion */
            readonly motion?: string;
            /** Named */
            readonly named?: readonly string[];
            /** On Behalf Of */
            readonly on_behalf_of?: string;
            /** Ordinal */
            readonly ordinal?: number;
            /** Panel */
            readonly panel?: string;
            /** Proposal */
            readonly proposal?: string;
            readonly rank?: components["schemas"]["SpeakerRank"];
            /** Seconds */
            readonly seconds: number;
            /** Segment */
            readonly segment?: string;
            readonly state: components["schemas"]["RequestState"];
            /** Tier */
            readonly tier: string;
        };
        /**
         * HallFrame
         * @description One frame of the floor. The clock stands while ``paused_at`` or ``interrupted_at`` is there.
         *
         *     The time left is ``ends_at`` minus that moment, else minus now. ``slow_down``: the interpreters ask the
         *     speaker to slow down, and the body lets the speaker see it. ``to_order``: for what the chair has
         *     called the speaker to order.
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
            /** Slow Down */
            readonly slow_down?: boolean;
            /**
             * Started At
             * Format: date-time
             */
            readonly started_at: string;
            /** Title */
            readonly title?: string | {
                readonly [key: string]: string;
            };
            readonly to_order?: components["schemas"]["OrderCause"];
        };
        /**
         * HallPanel
         * @description A panel. ``asked``: the questions of this batch, of ``batch`` that are taken before an answer.
         *
         *     The questions that wait stand in the item's list.
         */
        readonly HallPanel: {
            /** Answer Seconds */
            readonly answer_seconds: number;
            /** Asked */
            readonly asked: readonly string[];
            /** Batch */
            readonly batch: number;
            /** Id */
            readonly id: string;
            /** Item */
            readonly item: string;
            /** Moderator */
            readonly moderator?: string | {
                readonly [key: string]: string;
            };
            /** Panellists */
            readonly panellists: readonly components["schemas"]["HallPanellist"][];
            readonly phase: components["schemas"]["PanelPhase"];
            /** Presentation Seconds */
            readonly presentation_seconds: number;
            /** Question Seconds */
            readonly question_seconds: number;
            /** Rebuttal Seconds */
            readonly rebuttal_seconds: number;
            /** Title */
            readonly title: string;
        };
        /**
         * HallPanellist
         * @description A panellist. ``responds``: her place in the response list, from 1; ``passed_over``: comes later.
         */
        readonly HallPanellist: {
            /** Answered */
            readonly answered: boolean;
            /** Delegation */
            readonly delegation?: string;
            /** Passed Over */
            readonly passed_over?: boolean;
            /** Presented */
            readonly presented: boolean;
            /** Responds */
            readonly responds?: number;
            /** Title */
            readonly title: string | {
                readonly [key: string]: string;
            };
        };
        /**
         * HallText
         * @description A text that has been delivered and may be read, and in which languages.
         */
        readonly HallText: {
            /** Delegation */
            readonly delegation: string;
            /** Item */
            readonly item: string;
            /** Languages */
            readonly languages: readonly string[];
            /** Request */
            readonly request?: string;
        };
        /**
         * HallView
         * @description All that the hall sees.
         *
         *     ``floor``: from the interrupted statement up to who speaks now. ``points``: the points of order
         *     that wait. ``group_members``: who may speak on behalf of a group; for one that is not in it any delegation
         *     may. ``entries``: every request that is not withdrawn, by id. ``pending_motions``: in the order in
         *     which the body takes them. ``decisions``: by number. ``texts``: those that may be read.
         */
        readonly HallView: {
            /** Agenda */
            readonly agenda: {
                readonly [key: string]: components["schemas"]["ItemShown"];
            };
            /** Amendments */
            readonly amendments: {
                readonly [key: string]: components["schemas"]["AmendmentShown"];
            };
            /** Bodies */
            readonly bodies: {
                readonly [key: string]: components["schemas"]["BodyShown"];
            };
            readonly called?: components["schemas"]["HallCall"];
            readonly consensus?: components["schemas"]["ConsensusShown"];
            /** Decisions */
            readonly decisions: {
                readonly [key: string]: components["schemas"]["DecisionShown"];
            };
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
            /** Group Members */
            readonly group_members: {
                readonly [key: string]: readonly string[];
            };
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
            /** Motion */
            readonly motion?: string;
            /** Motions */
            readonly motions: {
                readonly [key: string]: components["schemas"]["MotionShown"];
            };
            readonly panel?: components["schemas"]["HallPanel"];
            /** Pending Motions */
            readonly pending_motions: readonly string[];
            /** Points */
            readonly points: readonly string[];
            readonly procedure: components["schemas"]["ProcedureShown"];
            /** Proposals */
            readonly proposals: {
                readonly [key: string]: components["schemas"]["ProposalShown"];
            };
            readonly ruling?: components["schemas"]["RulingShown"];
            /** Texts */
            readonly texts: {
                readonly [key: string]: components["schemas"]["HallText"];
            };
            /** Tiers */
            readonly tiers: {
                readonly [key: string]: string | {
                    readonly [key: string]: string;
                };
            };
            readonly vote?: components["schemas"]["HallVote"];
        };
        /**
         * HallVote
         * @description A vote that is open. ``voted``: who has voted, by id; ``choices``: in a roll call, which is said aloud.
         *
         *     ``order``: the roll call's; ``passed``: not there when called; ``next``: who is called now.
         *     ``counted``: a count has been entered.
         */
        readonly HallVote: {
            /** Choices */
            readonly choices: {
                readonly [key: string]: components["schemas"]["Choice"];
            };
            /** Counted */
            readonly counted: boolean;
            /** Entitled */
            readonly entitled: readonly string[];
            /** Id */
            readonly id: string;
            readonly kind: components["schemas"]["QuestionKind"];
            readonly majority: components["schemas"]["Majority"];
            readonly method: components["schemas"]["VoteMethod"];
            /** Next */
            readonly next?: string;
            /**
             * Opened At
             * Format: date-time
             */
            readonly opened_at: string;
            /**
             * Order
             * @default []
             */
            readonly order?: readonly string[];
            /**
             * Passed
             * @default []
             */
            readonly passed?: readonly string[];
            /** Present */
            readonly present: number;
            /** Ref */
            readonly ref: string;
            /** Registered */
            readonly registered: number;
            /** Voted */
            readonly voted: {
                readonly [key: string]: boolean;
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
         * HandoverShown
         * @description Asked for by ``by``; ``taker`` would go on air instead of ``giver``; lapses at ``lapses_at``.
         */
        readonly HandoverShown: {
            /**
             * At
             * Format: date-time
             */
            readonly at: string;
            /** By */
            readonly by: string;
            /** Giver */
            readonly giver: string;
            /**
             * Lapses At
             * Format: date-time
             */
            readonly lapses_at: string;
            /** Taker */
            readonly taker: string;
        };
        /**
         * HavingBody
         * @description One limit: how many may be ``nominated`` and present ``at_once``; ``over``: held beyond it.
         *
         *     ``scope``: a session or a meeting, absent: the whole conference.
         */
        readonly HavingBody: {
            /** At Once */
            readonly at_once: number;
            /** Free Places */
            readonly free_places: number;
            /** Free Seats */
            readonly free_seats: number;
            readonly modality: components["schemas"]["Modality"];
            /** Nominated */
            readonly nominated: number;
            /** Over */
            readonly over: number;
            readonly role: components["schemas"]["Role"];
            /** Scope */
            readonly scope?: string;
        };
        /**
         * HeardShown
         * @description How often a delegation has had the floor on an item: statements, and rights of reply.
         */
        readonly HeardShown: {
            /** Replies */
            readonly replies: number;
            /** Statements */
            readonly statements: number;
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
         * ImportBody
         * @description An import. ``done`` of ``total``: how far the reading is; ``counts``: lines by what would become of
         *     them (new, changed, unchanged, held, gone, left, rejected) and how many are late; ``lines``: the report,
         *     until it is applied; ``problem``: why nothing could be taken.
         */
        readonly ImportBody: {
            /** Counts */
            readonly counts: {
                readonly [key: string]: number;
            };
            /** Done */
            readonly done: number;
            /** Form */
            readonly form: string;
            /** Id */
            readonly id: string;
            /** Lines */
            readonly lines: readonly components["schemas"]["ImportLineBody"][];
            /** Problem */
            readonly problem: {
                readonly [key: string]: string;
            };
            /** Source */
            readonly source: string;
            readonly state: components["schemas"]["ImportState"];
            /** Total */
            readonly total: number;
            /** Updated At */
            readonly updated_at: string;
        };
        /**
         * ImportLineBody
         * @description A line of the report. Without ``line``: it is about a registration that the source no longer has;
         *     ``changes``: field → before and after; ``code`` and ``reason``: why it is rejected, held or gone;
         *     ``written``: of a rejected one.
         */
        readonly ImportLineBody: {
            /** Changes */
            readonly changes?: {
                readonly [key: string]: readonly [
                    unknown,
                    unknown
                ];
            };
            /** Code */
            readonly code?: string;
            readonly incoming?: components["schemas"]["IncomingBody"];
            readonly kind: components["schemas"]["LineKind"];
            /**
             * Late
             * @default false
             */
            readonly late?: boolean;
            /** Line */
            readonly line?: number;
            /** Reason */
            readonly reason?: string;
            /** Registration */
            readonly registration?: string;
            readonly written?: components["schemas"]["WrittenBody"];
        };
        /**
         * ImportState
         * @description Where an import stands. Refused: nothing of the source could be taken.
         * @enum {string}
         */
        readonly ImportState: "reading" | "proposed" | "applied" | "refused";
        /**
         * ImportsBody
         * @description The newest first, without their lines.
         */
        readonly ImportsBody: {
            /** Imports */
            readonly imports: readonly components["schemas"]["ImportBody"][];
        };
        /**
         * IncomingBody
         * @description What a line of the source says. ``sessions`` absent: nothing of them.
         */
        readonly IncomingBody: {
            /** Delegation */
            readonly delegation: string;
            /** Email */
            readonly email: string;
            readonly modality: components["schemas"]["Modality"];
            /** Name */
            readonly name: string;
            /**
             * Remarks
             * @default []
             */
            readonly remarks?: readonly string[];
            readonly role: components["schemas"]["Role"];
            /** Sessions */
            readonly sessions?: readonly string[];
            /** Title */
            readonly title?: string;
        };
        /**
         * InscribeSpeakerCommand
         * @description The desk enters a delegation that asked by paper or flag; it will speak from ``modality``.
         *
         *     ``joint``: the delegations that make the statement together, as the paper slip says. ``reason``: why one
         *     that is no member of the group speaks on its behalf; free text, kept apart from the log.
         */
        readonly InscribeSpeakerCommand: {
            /** Answers */
            readonly answers?: string;
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
            /**
             * Joint
             * @default []
             */
            readonly joint?: readonly string[];
            /** @default statement */
            readonly kind?: components["schemas"]["RequestKind"];
            /** Language */
            readonly language?: string;
            readonly modality: components["schemas"]["Modality"];
            /** Motion */
            readonly motion?: string;
            /** On Behalf Of */
            readonly on_behalf_of?: string;
            /** Proposal */
            readonly proposal?: string;
            /** @default other */
            readonly rank?: components["schemas"]["SpeakerRank"];
            /** Reason */
            readonly reason?: string;
        };
        /**
         * InterpreterBody
         * @description An interpreter of a booth: mother tongue(s) A, active B, passive C.
         */
        readonly InterpreterBody: {
            /** A */
            readonly a: readonly string[];
            /**
             * B
             * @default []
             */
            readonly b?: readonly string[];
            /**
             * C
             * @default []
             */
            readonly c?: readonly string[];
            /** Participant */
            readonly participant: string;
        };
        /**
         * InterpreterShown
         * @description An interpreter by id in the directory; working languages A, B and C.
         */
        readonly InterpreterShown: {
            /** A */
            readonly a: readonly string[];
            /** B */
            readonly b: readonly string[];
            /** C */
            readonly c: readonly string[];
            /** Participant */
            readonly participant: string;
        };
        /**
         * InterpreterTable
         * @description An interpreter and her working languages.
         */
        readonly InterpreterTable: {
            /** A */
            readonly a: readonly string[];
            /**
             * B
             * @default []
             */
            readonly b?: readonly string[];
            /**
             * C
             * @default []
             */
            readonly c?: readonly string[];
            /** Participant */
            readonly participant: string;
        };
        /**
         * InvitationLine
         * @description An invitation, without its code.
         */
        readonly InvitationLine: {
            /** Delegation */
            readonly delegation?: string;
            /** Expires At */
            readonly expires_at: string;
            /** Id */
            readonly id: string;
            /** Revoked At */
            readonly revoked_at?: string;
        };
        /**
         * InvitationsBody
         * @description The oldest first.
         */
        readonly InvitationsBody: {
            /** Invitations */
            readonly invitations: readonly components["schemas"]["InvitationLine"][];
        };
        /**
         * InviteAsked
         * @description ``delegation`` absent: whoever registers says for whom. ``address``: where the link is sent, in
         *     ``language``; absent: nowhere, the desk hands it out.
         */
        readonly InviteAsked: {
            /** Address */
            readonly address?: string;
            /** Days */
            readonly days?: number;
            /** Delegation */
            readonly delegation?: string;
            /** Language */
            readonly language?: string;
        };
        /**
         * InviteOrganizationCommand
         * @description The body approves that this organization is heard (OBSERVERS). ``decided``: the body has decided so.
         */
        readonly InviteOrganizationCommand: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly command: "InviteOrganization";
            /**
             * Decided
             * @default false
             */
            readonly decided?: boolean;
            /** Delegation */
            readonly delegation: string;
            /** Id */
            readonly id: string;
        };
        /**
         * InvitedBody
         * @description The link, as path and fragment: shown once, kept by nobody.
         */
        readonly InvitedBody: {
            /** Expires At */
            readonly expires_at: string;
            /** Invitation */
            readonly invitation: string;
            /** Link */
            readonly link: string;
        };
        /**
         * ItemShown
         * @description An agenda item; ``place`` in the agenda from 0.
         *
         *     ``bodies``: which of a joint meeting's consider it (none: all). ``segment``: id of the one that is open.
         */
        readonly ItemShown: {
            /**
             * Bodies
             * @default []
             */
            readonly bodies?: readonly string[];
            readonly limit?: components["schemas"]["LimitShown"];
            /** Number */
            readonly number: string;
            /** Place */
            readonly place: number;
            /** Segment */
            readonly segment?: string;
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
        readonly ItemState: "pending" | "taken_up" | "debate_adjourned" | "closed";
        /**
         * JoinStatementCommand
         * @description A delegation that was asked makes this joint statement too. ``delegation``: where the desk says so.
         */
        readonly JoinStatementCommand: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly command: "JoinStatement";
            /** Delegation */
            readonly delegation?: string;
            /** Id */
            readonly id: string;
            /** Request */
            readonly request: string;
        };
        /**
         * LeftOutBody
         * @description A line that names nobody.
         */
        readonly LeftOutBody: {
            /** Line */
            readonly line: number;
            /** Says */
            readonly says: string;
        };
        /**
         * LetterBody
         * @description A whole message; of one that was sent into the outbox folder as it was sent, with its link.
         */
        readonly LetterBody: {
            /** Address */
            readonly address: string;
            /** Due At */
            readonly due_at: string;
            /** Error */
            readonly error?: string;
            /** Id */
            readonly id: string;
            /** Kind */
            readonly kind: string;
            /** Sent At */
            readonly sent_at?: string;
            /** Subject */
            readonly subject: string;
            /** Text */
            readonly text: string;
            /** Tries */
            readonly tries: number;
        };
        /**
         * LetterLine
         * @description A message in short. ``error``: of the last try, as long as it is not sent. Times: RFC 3339, UTC.
         */
        readonly LetterLine: {
            /** Address */
            readonly address: string;
            /** Due At */
            readonly due_at: string;
            /** Error */
            readonly error?: string;
            /** Id */
            readonly id: string;
            /** Kind */
            readonly kind: string;
            /** Sent At */
            readonly sent_at?: string;
            /** Subject */
            readonly subject: string;
            /** Tries */
            readonly tries: number;
        };
        /**
         * LetterState
         * @description What became of a message; one that failed may still be tried again.
         * @enum {string}
         */
        readonly LetterState: "sent" | "waiting" | "failed";
        /**
         * LettersBody
         * @description A page of the messages, the newest first. ``total``: of those sought; ``unsent``: of all.
         */
        readonly LettersBody: {
            /** Letters */
            readonly letters: readonly components["schemas"]["LetterLine"][];
            /** Total */
            readonly total: number;
            /** Unsent */
            readonly unsent: number;
        };
        /**
         * LiftObjectionCommand
         * @description The delegation no longer objects.
         */
        readonly LiftObjectionCommand: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly command: "LiftObjection";
            /** Delegation */
            readonly delegation?: string;
            /** Id */
            readonly id: string;
        };
        /**
         * LimitBody
         * @description ``category`` absent: any that has no limit of its own; ``scope``: a session or meeting, absent: all.
         */
        readonly LimitBody: {
            /** At Once */
            readonly at_once: number;
            readonly category?: components["schemas"]["Category"];
            readonly modality: components["schemas"]["Modality"];
            /** Nominated */
            readonly nominated: number;
            readonly role: components["schemas"]["Role"];
            /** Scope */
            readonly scope?: string;
        };
        /**
         * LimitShown
         * @description What the body decided for an item: seconds of a statement, for a group; statements per delegation.
         */
        readonly LimitShown: {
            /** Group Seconds */
            readonly group_seconds?: number;
            /** Seconds */
            readonly seconds?: number;
            /** Statements */
            readonly statements?: number;
        };
        /**
         * LineBody
         * @description Counts in all, by modality and by role.
         */
        readonly LineBody: {
            /** By Modality */
            readonly by_modality: {
                readonly [key: string]: components["schemas"]["CountsBody"];
            };
            /** By Role */
            readonly by_role: {
                readonly [key: string]: components["schemas"]["CountsBody"];
            };
            readonly total: components["schemas"]["CountsBody"];
        };
        /**
         * LineKind
         * @description What would become of a line. Held: it differs from a registration that only a person changes.
         * @enum {string}
         */
        readonly LineKind: "new" | "changed" | "unchanged" | "held" | "gone" | "left" | "rejected";
        /**
         * LinkBody
         * @description A new login link. ``address``: where it was sent; without one ``link``, path and fragment, is handed
         *     out: it is shown once. ``ended``: how many logins it replaces.
         */
        readonly LinkBody: {
            /** Address */
            readonly address?: string;
            /** Ended */
            readonly ended: number;
            /** Link */
            readonly link?: string;
        };
        /**
         * ListShown
         * @description An item's list: ``order`` holds the statements that wait, ``delivered`` those heard, both in order.
         *
         *     ``closing_at``: the list closes then by the clock. ``frozen``: the head whose order is fixed. ``replies``,
         *     ``explanations``, ``questions`` (to the panel), ``rebuttals``: what else waits, in order.
         *     ``replies_begun``: the rights of reply are being taken.
         */
        readonly ListShown: {
            /**
             * Closing At
             * Format: date-time
             */
            readonly closing_at?: string;
            /** Delivered */
            readonly delivered: readonly string[];
            /**
             * Explanations
             * @default []
             */
            readonly explanations?: readonly string[];
            /**
             * Frozen
             * @default []
             */
            readonly frozen?: readonly string[];
            /** Order */
            readonly order: readonly string[];
            /**
             * Questions
             * @default []
             */
            readonly questions?: readonly string[];
            /**
             * Rebuttals
             * @default []
             */
            readonly rebuttals?: readonly string[];
            /**
             * Replies
             * @default []
             */
            readonly replies?: readonly string[];
            /**
             * Replies Begun
             * @default false
             */
            readonly replies_begun?: boolean;
            readonly state: components["schemas"]["ListState"];
        };
        /**
         * ListState
         * @description An item's list of speakers. Announced: the chair has said that it will be closed.
         * @enum {string}
         */
        readonly ListState: "not_open" | "open" | "announced" | "closed";
        /**
         * ListedParticipant
         * @description A line of the list of participants. ``delegation``: its English name; ``role``: of who has no
         *     delegation her capacity; ``sessions``: their ids; ``seated``: she holds a seat, or needs none.
         */
        readonly ListedParticipant: {
            /** Category */
            readonly category: string;
            /** Delegation */
            readonly delegation: string;
            /** Modality */
            readonly modality: string;
            /** Name */
            readonly name: string;
            /** Role */
            readonly role: string;
            /** Seated */
            readonly seated: boolean;
            /** Sessions */
            readonly sessions: readonly string[];
            /** Title */
            readonly title: string;
        };
        /**
         * LosingBody
         * @description Somebody approved who would not stand as she was approved. ``after``: how the note names her now.
         */
        readonly LosingBody: {
            readonly after?: components["schemas"]["NominationBody"];
            readonly modality: components["schemas"]["Modality"];
            /** Name */
            readonly name: string;
            /** Registration */
            readonly registration: string;
            readonly role: components["schemas"]["Role"];
            /** Sessions */
            readonly sessions: readonly string[];
            readonly why: components["schemas"]["Why"];
        };
        /**
         * Majority
         * @description Of those present and voting: an abstention is not a vote.
         * @enum {string}
         */
        readonly Majority: "simple" | "two_thirds";
        /**
         * MarkSoundCommand
         * @description Operator or interpreter: this participant's sound is, or is not, fit for interpretation.
         */
        readonly MarkSoundCommand: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly command: "MarkSound";
            readonly fitness: components["schemas"]["Fitness"];
            /** Id */
            readonly id: string;
            /** Participant */
            readonly participant: string;
        };
        /**
         * MarkTestedCommand
         * @description The operator has tested the connection with this participant, with success or without.
         */
        readonly MarkTestedCommand: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly command: "MarkTested";
            /** Id */
            readonly id: string;
            /** Participant */
            readonly participant: string;
            /**
             * Passed
             * @default true
             */
            readonly passed?: boolean;
        };
        /**
         * MatchKind
         * @description How a registration stands to the note verbale. Differs: the person is named, with another modality or
         *     role, or for fewer sessions.
         * @enum {string}
         */
        readonly MatchKind: "matched" | "doubtful" | "differs" | "none";
        /**
         * MeFrame
         * @description What is private to this login. ``commands``: the names of those that it may try. ``ballot``: told when
         *     it is cast; it says nothing of any vote but the one it names.
         */
        readonly MeFrame: {
            readonly ballot?: components["schemas"]["OwnBallot"];
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
            readonly title: string | {
                readonly [key: string]: string;
            };
        };
        /**
         * MeetingShown
         * @description The meeting itself. ``chair``: the title of who presides (``chair`` or ``vice_chair``).
         *
         *     ``ends_at``: the hard end, when the interpreters leave.
         */
        readonly MeetingShown: {
            /**
             * Adjourned At
             * Format: date-time
             */
            readonly adjourned_at?: string;
            /** Agenda Adopted */
            readonly agenda_adopted: boolean;
            /**
             * Called To Order At
             * Format: date-time
             */
            readonly called_to_order_at?: string;
            /** Chair */
            readonly chair?: string | {
                readonly [key: string]: string;
            };
            /**
             * Ends At
             * Format: date-time
             */
            readonly ends_at?: string;
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
            readonly title: string | {
                readonly [key: string]: string;
            };
        };
        /**
         * MeetingState
         * @description What follows from a meeting's place in the calendar. ``begun``: its log has, so that it cannot move.
         */
        readonly MeetingState: {
            /** Begun */
            readonly begun: boolean;
            /** Ends At */
            readonly ends_at: string;
            /** Id */
            readonly id: string;
            /** Number */
            readonly number: number;
            /** Scheduled At */
            readonly scheduled_at: string;
        };
        /**
         * MeetingTable
         * @description ``items``: planned for this meeting; ``sessions``: which it serves, several where it is joint.
         */
        readonly MeetingTable: {
            /**
             * Date
             * Format: date
             */
            readonly date: string;
            /**
             * End
             * Format: time
             */
            readonly end: string;
            /**
             * Items
             * @default []
             */
            readonly items?: readonly string[];
            /** Number */
            readonly number: number;
            /** Room */
            readonly room?: string;
            /**
             * Sessions
             * @default []
             */
            readonly sessions?: readonly string[];
            /**
             * Start
             * Format: time
             */
            readonly start: string;
            /** Title */
            readonly title: string | {
                readonly [key: string]: string;
            };
        };
        /**
         * MethodAsked
         * @description A representative has asked that this question be voted on by this method.
         */
        readonly MethodAsked: {
            readonly kind: components["schemas"]["QuestionKind"];
            readonly method: components["schemas"]["VoteMethod"];
            /** Ref */
            readonly ref: string;
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
         * MisfitBody
         * @description Who holds what a policy does not have: as ``seat:online.speaker.*``; ``kept``: why she may stay.
         */
        readonly MisfitBody: {
            /** Delegation */
            readonly delegation: string;
            /** Kept */
            readonly kept?: string;
            /** Over */
            readonly over: readonly string[];
            /** Participant */
            readonly participant: string;
            /** Registration */
            readonly registration?: string;
        };
        /**
         * Modality
         * @description Where somebody takes part from.
         * @enum {string}
         */
        readonly Modality: "in_person" | "online";
        /**
         * MotionKind
         * @description What may be moved. The first four go before all proposals, in this order (MOTION_ORDER).
         * @enum {string}
         */
        readonly MotionKind: "suspend_meeting" | "adjourn_meeting" | "adjourn_debate" | "close_debate" | "limit_statements" | "reopen_list" | "reconsider" | "divide" | "hear_organization";
        /**
         * MotionShown
         * @description A motion. ``delegation``: its mover; absent: the chair put it to the body herself.
         *
         *     ``asked_for``, ``asked_against``: requests to speak that wait, in order. ``places_for``,
         *     ``places_against``: how many may speak, beside the mover; ``heard_for``, ``heard_against``: how many
         *     have. ``majority``: that it needs.
         */
        readonly MotionShown: {
            /**
             * Asked Against
             * @default []
             */
            readonly asked_against?: readonly string[];
            /**
             * Asked For
             * @default []
             */
            readonly asked_for?: readonly string[];
            /** Delegation */
            readonly delegation?: string;
            /** Heard Against */
            readonly heard_against: number;
            /** Heard For */
            readonly heard_for: number;
            /** Item */
            readonly item?: string;
            readonly kind: components["schemas"]["MotionKind"];
            readonly limit?: components["schemas"]["LimitShown"];
            readonly majority: components["schemas"]["Majority"];
            /**
             * Moved At
             * Format: date-time
             */
            readonly moved_at: string;
            /** Mover Heard */
            readonly mover_heard: boolean;
            /** Organization */
            readonly organization?: string;
            /** Parts */
            readonly parts?: readonly string[];
            /** Places Against */
            readonly places_against: number;
            /** Places For */
            readonly places_for: number;
            /** Proposal */
            readonly proposal?: string;
            readonly state: components["schemas"]["MotionState"];
        };
        /**
         * MotionState
         * @description A motion's way. ``taken_up``: the body debates it or votes on it now.
         * @enum {string}
         */
        readonly MotionState: "pending" | "taken_up" | "carried" | "rejected" | "withdrawn" | "lapsed";
        /**
         * MoveBody
         * @description ``seat`` shall be held by ``participant``; without: it shall be free.
         *
         *     ``former``: who holds it until now as the sender knows, null: nobody; absent: whoever it is.
         */
        readonly MoveBody: {
            /** Former */
            readonly former?: string;
            /** Participant */
            readonly participant?: string;
            /** Seat */
            readonly seat: string;
        };
        /**
         * MoveCommand
         * @description A State party moves; the desk for a delegation that asked by flag (``delegation``).
         */
        readonly MoveCommand: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly command: "Move";
            /** Delegation */
            readonly delegation?: string;
            /** Group Seconds */
            readonly group_seconds?: number;
            /** Id */
            readonly id: string;
            /** Item */
            readonly item?: string;
            readonly kind: components["schemas"]["MotionKind"];
            /** Organization */
            readonly organization?: string;
            /**
             * Parts
             * @default []
             */
            readonly parts?: readonly string[];
            /** Proposal */
            readonly proposal?: string;
            /** Seconds */
            readonly seconds?: number;
            /** Statements */
            readonly statements?: number;
        };
        /**
         * MoveRequestCommand
         * @description Put a request before another (None: at the end of those that wait), out of the order, with a reason.
         */
        readonly MoveRequestCommand: {
            /** Before */
            readonly before?: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly command: "MoveRequest";
            /** Id */
            readonly id: string;
            /** Reason */
            readonly reason: string;
            /** Request */
            readonly request: string;
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
         * NewPolicyBody
         * @description ``holds_from`` (service time) absent: now.
         */
        readonly NewPolicyBody: {
            /**
             * Holds From
             * Format: date-time
             */
            readonly holds_from?: string;
            /** Limits */
            readonly limits: readonly components["schemas"]["LimitBody"][];
            /**
             * Pools
             * @default []
             */
            readonly pools?: readonly components["schemas"]["PoolBody"][];
            /** Reason */
            readonly reason: string;
        };
        /**
         * NextOfPanelCommand
         * @description The next presentation, question of the batch, or answer.
         *
         *     Panellists are given the floor at once, one who is not ready only with ``override``, a reason; questioners
         *     are called.
         */
        readonly NextOfPanelCommand: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly command: "NextOfPanel";
            /** Id */
            readonly id: string;
            /** Override */
            readonly override?: string;
        };
        /**
         * NominationAsked
         * @description A person to be named (CU 2020/366(A)). ``sessions`` empty: all that the delegation attends.
         */
        readonly NominationAsked: {
            /** Email */
            readonly email?: string;
            readonly modality: components["schemas"]["Modality"];
            /** Name */
            readonly name: string;
            readonly role: components["schemas"]["Role"];
            /**
             * Sessions
             * @default []
             */
            readonly sessions?: readonly string[];
            /** Title */
            readonly title?: string;
        };
        /**
         * NominationBody
         * @description A person named. ``line``: in the note, from 1.
         */
        readonly NominationBody: {
            /** Email */
            readonly email?: string;
            /** Id */
            readonly id: string;
            /** Line */
            readonly line: number;
            readonly modality: components["schemas"]["Modality"];
            /** Name */
            readonly name: string;
            readonly role: components["schemas"]["Role"];
            /** Sessions */
            readonly sessions: readonly string[];
            /** Title */
            readonly title?: string;
        };
        /**
         * NominationLine
         * @description Whom a note names. ``place``: the line there.
         */
        readonly NominationLine: {
            /** Delegation */
            readonly delegation: string;
            /** Email */
            readonly email?: string;
            /** Id */
            readonly id: string;
            readonly modality: components["schemas"]["Modality"];
            /** Name */
            readonly name: string;
            /** Place */
            readonly place: number;
            readonly role: components["schemas"]["Role"];
            /** Sessions */
            readonly sessions: readonly string[];
            /** Title */
            readonly title?: string;
        };
        /**
         * NoteAsked
         * @description A note as it came. ``received_at``: without it now, by the service's clock, of a draft that is changed
         *     as it was; ``revision``: without it the one after the last; ``document``: its stored file.
         */
        readonly NoteAsked: {
            /**
             * Dated
             * Format: date
             */
            readonly dated: string;
            /** Document */
            readonly document?: string;
            /**
             * Nominations
             * @default []
             */
            readonly nominations?: readonly components["schemas"]["NominationAsked"][];
            /**
             * Received At
             * Format: date-time
             */
            readonly received_at?: string;
            /** Reference */
            readonly reference: string;
            /** Revision */
            readonly revision?: number;
        };
        /**
         * NoteBody
         * @description A note with whom it names; of a draft also what was found.
         */
        readonly NoteBody: {
            /** Confirmed At */
            readonly confirmed_at?: string;
            /** Confirmed By */
            readonly confirmed_by?: string;
            /**
             * Dated
             * Format: date
             */
            readonly dated: string;
            /** Delegation */
            readonly delegation: string;
            /** Document */
            readonly document?: string;
            /** Exception */
            readonly exception?: string;
            /** File Withdrawn */
            readonly file_withdrawn?: string;
            /** Findings */
            readonly findings: readonly components["schemas"]["FindingBody"][];
            /** Id */
            readonly id: string;
            /** Nominations */
            readonly nominations: readonly components["schemas"]["NominationBody"][];
            /** Received At */
            readonly received_at: string;
            /** Reference */
            readonly reference: string;
            /** Revision */
            readonly revision: number;
            readonly state: components["schemas"]["NoteState"];
        };
        /**
         * NoteLine
         * @description A note in short. ``file_withdrawn``: why its file is gone.
         */
        readonly NoteLine: {
            /** Confirmed At */
            readonly confirmed_at?: string;
            /** Confirmed By */
            readonly confirmed_by?: string;
            /**
             * Dated
             * Format: date
             */
            readonly dated: string;
            /** Delegation */
            readonly delegation: string;
            /** Document */
            readonly document?: string;
            /** Exception */
            readonly exception?: string;
            /** File Withdrawn */
            readonly file_withdrawn?: string;
            /** Id */
            readonly id: string;
            /** Received At */
            readonly received_at: string;
            /** Reference */
            readonly reference: string;
            /** Revision */
            readonly revision: number;
            readonly state: components["schemas"]["NoteState"];
        };
        /**
         * NoteState
         * @description Where a note stands.
         * @enum {string}
         */
        readonly NoteState: "draft" | "confirmed" | "superseded";
        /**
         * NotesBody
         * @description By delegation and revision.
         */
        readonly NotesBody: {
            /** Notes */
            readonly notes: readonly components["schemas"]["NoteLine"][];
        };
        /**
         * ObjectCommand
         * @description A delegation objects; the desk for one that asked by flag.
         */
        readonly ObjectCommand: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly command: "Object";
            /** Delegation */
            readonly delegation?: string;
            /** Id */
            readonly id: string;
        };
        /**
         * OfficerBody
         * @description Somebody of the secretariat in the file.
         */
        readonly OfficerBody: {
            /** Id */
            readonly id: string;
            /** Name */
            readonly name: string;
        };
        /**
         * OnAirShown
         * @description What a booth does now: ``interpreter`` speaks into ``channel`` since ``since``, from ``source``.
         *
         *     ``source``: ``floor`` or the id of a pivot booth. ``turn_elapsed``: it is time to hand over.
         */
        readonly OnAirShown: {
            /** Channel */
            readonly channel: string;
            readonly handover?: components["schemas"]["HandoverShown"];
            /** Interpreter */
            readonly interpreter?: string;
            /**
             * Since
             * Format: date-time
             */
            readonly since?: string;
            /** Source */
            readonly source: string;
            /** Turn Elapsed */
            readonly turn_elapsed: boolean;
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
         * OpenPanelCommand
         * @description A panel on the item: its moderator and panellists are members of the podium.
         */
        readonly OpenPanelCommand: {
            /**
             * Answer Seconds
             * @default 300
             */
            readonly answer_seconds?: number;
            /**
             * Batch
             * @default 3
             */
            readonly batch?: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly command: "OpenPanel";
            /** Id */
            readonly id: string;
            /** Item */
            readonly item: string;
            /** Moderator */
            readonly moderator?: string;
            /** Panellists */
            readonly panellists: readonly string[];
            /**
             * Presentation Seconds
             * @default 600
             */
            readonly presentation_seconds?: number;
            /**
             * Question Seconds
             * @default 120
             */
            readonly question_seconds?: number;
            /**
             * Rebuttal Seconds
             * @default 60
             */
            readonly rebuttal_seconds?: number;
            /** Title */
            readonly title: string;
        };
        /**
         * OpenSegmentCommand
         * @description From here on requests for the item belong to this segment of the procedure, by its place from 0.
         */
        readonly OpenSegmentCommand: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly command: "OpenSegment";
            /** Id */
            readonly id: string;
            /** Item */
            readonly item: string;
            /** Segment */
            readonly segment: number;
        };
        /**
         * OpenVoteCommand
         * @description Voting begins. Without ``method``: the one asked for, else a show of hands.
         *
         *     ``confirmed``: although who asked to speak on the motion has not been heard. ``reason``: why the vote on a
         *     limit that the chair has proposed comes before its debate is over.
         */
        readonly OpenVoteCommand: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly command: "OpenVote";
            /**
             * Confirmed
             * @default false
             */
            readonly confirmed?: boolean;
            /** Id */
            readonly id: string;
            readonly kind: components["schemas"]["QuestionKind"];
            readonly method?: components["schemas"]["VoteMethod"];
            /** Reason */
            readonly reason?: string;
            /**
             * Ref
             * @default
             */
            readonly ref?: string;
        };
        /**
         * OrderAmendmentsCommand
         * @description The order in which the chair puts the amendments, furthest from the proposal first.
         */
        readonly OrderAmendmentsCommand: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly command: "OrderAmendments";
            /** Id */
            readonly id: string;
            /** Order */
            readonly order: readonly string[];
            /** Proposal */
            readonly proposal: string;
        };
        /**
         * OrderCause
         * @description For what the chair calls a speaker to order.
         * @enum {string}
         */
        readonly OrderCause: "irrelevance" | "overrun";
        /**
         * OwnBallot
         * @description What the login's delegation has voted in the vote that is open; ``vote``: its id.
         */
        readonly OwnBallot: {
            readonly choice: components["schemas"]["Choice"];
            /** Vote */
            readonly vote: string;
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
         * PanelPhase
         * @description Where a panel stands; questions and answers alternate.
         * @enum {string}
         */
        readonly PanelPhase: "presentations" | "questions" | "answers" | "closed";
        /**
         * Part
         * @description What a person is to her own delegation, beside her seat.
         * @enum {string}
         */
        readonly Part: "head" | "focal_point";
        /**
         * PartBody
         * @description ``part`` absent: neither head nor focal point.
         */
        readonly PartBody: {
            readonly part?: components["schemas"]["Part"];
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
         * @description Why the chair went on to the next speaker; interrupted: by a motion that was carried.
         * @enum {string}
         */
        readonly PassedOverCause: "absent" | "not_ready" | "connection_lost" | "interrupted";
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
         * PeopleBody
         * @description A page of those found, by name. ``total``: of all pages.
         */
        readonly PeopleBody: {
            /** People */
            readonly people: readonly components["schemas"]["SomebodyBody"][];
            /** Total */
            readonly total: number;
        };
        /**
         * PersonBody
         * @description Somebody of the delegation and the seat that she holds, if any. ``email``: for the desk and the own
         *     focal point alone.
         */
        readonly PersonBody: {
            /** Email */
            readonly email?: string;
            /** Id */
            readonly id: string;
            readonly modality?: components["schemas"]["Modality"];
            /** Name */
            readonly name: string;
            readonly part?: components["schemas"]["Part"];
            readonly role?: components["schemas"]["Role"];
            /** Title */
            readonly title?: string;
        };
        /**
         * PersonShown
         * @description A person in the directory; ``interpreter``: may work in a booth; ``connected``: to the podium only.
         *     A later frame holds what has changed, null for what is gone.
         */
        readonly PersonShown: {
            /** Connected */
            readonly connected?: boolean;
            /** Delegation */
            readonly delegation?: string;
            /** Interpreter */
            readonly interpreter?: boolean;
            /** Name */
            readonly name?: string;
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
         * PlannedBody
         * @description What the file would create. ``secretariat``: one of them is who sends it, and gets the link.
         */
        readonly PlannedBody: {
            /** Delegations */
            readonly delegations: number;
            /** Id */
            readonly id: string;
            /** Meetings */
            readonly meetings: number;
            /** People */
            readonly people: number;
            /** Procedure */
            readonly procedure: string | {
                readonly [key: string]: string;
            };
            /** Secretariat */
            readonly secretariat: readonly components["schemas"]["OfficerBody"][];
            /** Sessions */
            readonly sessions: number;
            /** Title */
            readonly title: string | {
                readonly [key: string]: string;
            };
        };
        /**
         * PodiumEntry
         * @description ``left_ms``: time held for a speaker passed over in mid-statement. ``reason``: id of a row.
         *
         *     ``moved``: the chair put it where it stands.
         */
        readonly PodiumEntry: {
            /**
             * Accepted At
             * Format: date-time
             */
            readonly accepted_at: string;
            /** Answers */
            readonly answers?: string;
            /** Carried */
            readonly carried?: boolean;
            /** Delegation */
            readonly delegation: string;
            /**
             * Ended At
             * Format: date-time
             */
            readonly ended_at?: string;
            /** Item */
            readonly item?: string;
            /** Joint */
            readonly joint?: readonly string[];
            readonly kind: components["schemas"]["RequestKind"];
            /** Language */
            readonly language?: string;
            /** Left Ms */
            readonly left_ms?: number;
            readonly modality: components["schemas"]["Modality"];
            /** Motion */
            readonly motion?: string;
            /** Moved */
            readonly moved?: boolean;
            /** Named */
            readonly named?: readonly string[];
            /** On Behalf Of */
            readonly on_behalf_of?: string;
            /** Ordinal */
            readonly ordinal?: number;
            /** Panel */
            readonly panel?: string;
            /** Participant */
            readonly participant?: string;
            readonly passed_over?: components["schemas"]["PassedOverCause"];
            /** Proposal */
            readonly proposal?: string;
            readonly rank?: components["schemas"]["SpeakerRank"];
            /** Reason */
            readonly reason?: string;
            /** Seconds */
            readonly seconds: number;
            /** Segment */
            readonly segment?: string;
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
            readonly title: string | {
                readonly [key: string]: string;
            };
        };
        /**
         * PodiumView
         * @description ``present``: delegations present now. ``longest_extension_seconds``: the procedure's bound.
         *
         *     ``invited``: organizations that the body has approved to hear. ``turns``: what has been said, by grant.
         *     ``heard``: by item and delegation. ``script``: the words for now, the likeliest first.
         *     ``inherited``, ``handed_on``: meetings whose standing this one took over, or that took over its own.
         *     ``room_hint``: whom the body's preference for the room suggests to call next. ``quorum``: as it was
         *     counted at the opening; ``quorum_now``: the same of those present now; ``decision_quorum``: of a decision
         *     on the item under consideration, now. ``earlier``: decisions of earlier meetings on what stands here.
         */
        readonly PodiumView: {
            /** Agenda */
            readonly agenda: {
                readonly [key: string]: components["schemas"]["ItemShown"];
            };
            /** Amendments */
            readonly amendments: {
                readonly [key: string]: components["schemas"]["AmendmentShown"];
            };
            /** Bodies */
            readonly bodies: {
                readonly [key: string]: components["schemas"]["BodyShown"];
            };
            /** Booths */
            readonly booths: {
                readonly [key: string]: components["schemas"]["BoothShown"];
            };
            readonly called?: components["schemas"]["BoothsCall"];
            readonly consensus?: components["schemas"]["ConsensusShown"];
            readonly decision_quorum?: components["schemas"]["QuorumShown"];
            /** Decisions */
            readonly decisions: {
                readonly [key: string]: components["schemas"]["DecisionShown"];
            };
            /** Delegations */
            readonly delegations: {
                readonly [key: string]: components["schemas"]["DelegationShown"];
            };
            /** Earlier */
            readonly earlier: readonly components["schemas"]["EarlierDecisionShown"][];
            /** Entries */
            readonly entries: {
                readonly [key: string]: components["schemas"]["PodiumEntry"];
            };
            /** Floor */
            readonly floor: readonly components["schemas"]["BoothsFrame"][];
            readonly forecast?: components["schemas"]["Forecast"];
            readonly gate: components["schemas"]["GateShown"];
            /** Group Members */
            readonly group_members: {
                readonly [key: string]: readonly string[];
            };
            /** Groups */
            readonly groups: {
                readonly [key: string]: {
                    readonly [key: string]: string;
                };
            };
            /** Handed On */
            readonly handed_on: readonly string[];
            /** Heard */
            readonly heard: {
                readonly [key: string]: {
                    readonly [key: string]: components["schemas"]["HeardShown"];
                };
            };
            /** Inherited */
            readonly inherited: readonly string[];
            /** Invited */
            readonly invited: {
                readonly [key: string]: boolean;
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
            /** Methods Asked */
            readonly methods_asked: readonly components["schemas"]["MethodAsked"][];
            /** Motion */
            readonly motion?: string;
            /** Motions */
            readonly motions: {
                readonly [key: string]: components["schemas"]["MotionShown"];
            };
            /** Next */
            readonly next: readonly string[];
            /** On Air */
            readonly on_air: {
                readonly [key: string]: components["schemas"]["OnAirShown"];
            };
            readonly panel?: components["schemas"]["BoothsPanel"];
            /** Pending Motions */
            readonly pending_motions: readonly string[];
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
            readonly procedure: components["schemas"]["ProcedureShown"];
            /** Proposals */
            readonly proposals: {
                readonly [key: string]: components["schemas"]["ProposalShown"];
            };
            readonly quorum?: components["schemas"]["QuorumShown"];
            readonly quorum_now?: components["schemas"]["QuorumShown"];
            /** Readiness */
            readonly readiness: {
                readonly [key: string]: components["schemas"]["ReadinessShown"];
            };
            /** Room Hint */
            readonly room_hint?: string;
            /** Roster */
            readonly roster: {
                readonly [key: string]: components["schemas"]["SeatShown"];
            };
            readonly ruling?: components["schemas"]["RulingShown"];
            /** Script */
            readonly script: readonly components["schemas"]["ScriptStep"][];
            /** Signals */
            readonly signals: {
                readonly [key: string]: components["schemas"]["SignalShown"];
            };
            /** Staffing */
            readonly staffing: readonly components["schemas"]["StaffingWarning"][];
            /** Texts */
            readonly texts: {
                readonly [key: string]: components["schemas"]["BoothsText"];
            };
            /** Tiers */
            readonly tiers: {
                readonly [key: string]: string | {
                    readonly [key: string]: string;
                };
            };
            /** Turns */
            readonly turns: {
                readonly [key: string]: components["schemas"]["TurnShown"];
            };
            readonly vote?: components["schemas"]["PodiumVote"];
        };
        /**
         * PodiumVote
         * @description ``ballots`` as they are cast, and ``tally`` so far (of hands or papers: as entered).
         */
        readonly PodiumVote: {
            /** Ballots */
            readonly ballots: {
                readonly [key: string]: components["schemas"]["BallotShown"];
            };
            /** Choices */
            readonly choices: {
                readonly [key: string]: components["schemas"]["Choice"];
            };
            /** Counted */
            readonly counted: boolean;
            /** Entitled */
            readonly entitled: readonly string[];
            /** Id */
            readonly id: string;
            readonly kind: components["schemas"]["QuestionKind"];
            readonly majority: components["schemas"]["Majority"];
            readonly method: components["schemas"]["VoteMethod"];
            /** Next */
            readonly next?: string;
            /**
             * Opened At
             * Format: date-time
             */
            readonly opened_at: string;
            /**
             * Order
             * @default []
             */
            readonly order?: readonly string[];
            /**
             * Passed
             * @default []
             */
            readonly passed?: readonly string[];
            /** Present */
            readonly present: number;
            /** Ref */
            readonly ref: string;
            /** Registered */
            readonly registered: number;
            readonly tally?: components["schemas"]["TallyShown"];
            /** Voted */
            readonly voted: {
                readonly [key: string]: boolean;
            };
        };
        /**
         * PoliciesBody
         * @description ``in_force``: the version that holds now; ``misfits``: who does not fit it.
         */
        readonly PoliciesBody: {
            /** In Force */
            readonly in_force: number;
            /** Misfits */
            readonly misfits: readonly components["schemas"]["MisfitBody"][];
            /** Policies */
            readonly policies: readonly components["schemas"]["PolicyBody"][];
        };
        /**
         * PolicyBody
         * @description One version. ``applied_at`` absent: it does not hold yet, or a later version came first.
         */
        readonly PolicyBody: {
            /** Applied At */
            readonly applied_at?: string;
            /** Holds From */
            readonly holds_from: string;
            /** Limits */
            readonly limits: readonly components["schemas"]["LimitBody"][];
            /** Pools */
            readonly pools: readonly components["schemas"]["PoolBody"][];
            /** Reason */
            readonly reason: string;
            /** Version */
            readonly version: number;
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
         * PoolBody
         * @description Units that delegations share; what is absent may be any.
         */
        readonly PoolBody: {
            /**
             * Categories
             * @default []
             */
            readonly categories?: readonly components["schemas"]["Category"][];
            /** Id */
            readonly id: string;
            readonly modality?: components["schemas"]["Modality"];
            readonly role?: components["schemas"]["Role"];
            /** Size */
            readonly size: number;
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
         * PreviewBody
         * @description Who would not fit.
         */
        readonly PreviewBody: {
            /** Misfits */
            readonly misfits: readonly components["schemas"]["MisfitBody"][];
        };
        /**
         * Problem
         * @description An RFC 9457 problem: ``type`` is stable; ``rule`` and ``citation`` where a rule refused. Some codes
         *     have fields of their own.
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
        } & {
            readonly [key: string]: unknown;
        };
        /**
         * ProcedureShown
         * @description What the body's procedure knows, so that consoles offer nothing else.
         *
         *     ``points_of_order``, ``movers``, ``voters``, ``repliers``: categories of delegations.
         *     ``reply_seconds``: of the first, second … reply; empty: the body gives none. ``voters`` empty: no votes.
         *     ``motions`` in their order; ``segments``: titles by id, in order; ``ranked``: those ordered by rank.
         */
        readonly ProcedureShown: {
            /** Motions */
            readonly motions: readonly components["schemas"]["MotionKind"][];
            /** Movers */
            readonly movers: readonly components["schemas"]["Category"][];
            /** Points Of Order */
            readonly points_of_order: readonly components["schemas"]["Category"][];
            /** Publish Texts */
            readonly publish_texts: boolean;
            /** Ranked */
            readonly ranked: readonly string[];
            /** Repliers */
            readonly repliers: readonly components["schemas"]["Category"][];
            /** Reply Seconds */
            readonly reply_seconds: readonly number[];
            readonly room_first: components["schemas"]["RoomFirst"];
            /** Segments */
            readonly segments: {
                readonly [key: string]: string | {
                    readonly [key: string]: string;
                };
            };
            /** Voters */
            readonly voters: readonly components["schemas"]["Category"][];
        };
        /**
         * ProposalBody
         * @description A person as the table seems to name her. ``line``: of the text, or the row of the file's tables.
         */
        readonly ProposalBody: {
            /** Doubts */
            readonly doubts: readonly components["schemas"]["DoubtBody"][];
            /** Email */
            readonly email?: string;
            /** Line */
            readonly line: number;
            readonly modality?: components["schemas"]["Modality"];
            /** Name */
            readonly name: string;
            readonly role?: components["schemas"]["Role"];
            /** Sessions */
            readonly sessions: readonly string[];
            /** Title */
            readonly title?: string;
        };
        /**
         * ProposalShown
         * @description A document under consideration. ``oral``: the amendments read out. ``amendments``: by place.
         *
         *     ``consensus_tried``: the body was asked in vain whether it objects, so that it may vote (CONSENSUS_FIRST).
         *     ``parts``: their names, once divided; ``adopted_parts``, ``rejected_parts``: numbers from 1.
         */
        readonly ProposalShown: {
            /**
             * Adopted Parts
             * @default []
             */
            readonly adopted_parts?: readonly number[];
            /** Amended */
            readonly amended: boolean;
            /**
             * Amendments
             * @default []
             */
            readonly amendments?: readonly string[];
            /** Consensus Tried */
            readonly consensus_tried: boolean;
            /** Item */
            readonly item: string;
            /**
             * Oral
             * @default []
             */
            readonly oral?: readonly string[];
            /**
             * Parts
             * @default []
             */
            readonly parts?: readonly string[];
            /**
             * Rejected Parts
             * @default []
             */
            readonly rejected_parts?: readonly number[];
            /**
             * Sponsors
             * @default []
             */
            readonly sponsors?: readonly string[];
            readonly state: components["schemas"]["ProposalState"];
            /** Substantive */
            readonly substantive: boolean;
            /** Symbol */
            readonly symbol: string;
            /** Titles */
            readonly titles: {
                readonly [key: string]: string;
            };
        };
        /**
         * ProposalState
         * @description A proposal's or an amendment's way.
         * @enum {string}
         */
        readonly ProposalState: "tabled" | "adopted" | "rejected" | "withdrawn" | "not_acted_on";
        /**
         * ProposeLimitCommand
         * @description The chair proposes a limit on statements and asks whether there is an objection (TIME_LIMIT).
         *
         *     ``item``: by default the one under consideration; the figures as in ``Limit``, one of them at least.
         */
        readonly ProposeLimitCommand: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly command: "ProposeLimit";
            /** Group Seconds */
            readonly group_seconds?: number;
            /** Id */
            readonly id: string;
            /** Item */
            readonly item?: string;
            /** Seconds */
            readonly seconds?: number;
            /** Statements */
            readonly statements?: number;
        };
        /**
         * ProposedBody
         * @description What was read; nothing of it is stored. ``columns``: what each column was taken for.
         */
        readonly ProposedBody: {
            /** Columns */
            readonly columns: readonly string[];
            /** Left Out */
            readonly left_out: readonly components["schemas"]["LeftOutBody"][];
            /** Nominations */
            readonly nominations: readonly components["schemas"]["ProposalBody"][];
        };
        /**
         * QuestionKind
         * @description What can be put to the body.
         * @enum {string}
         */
        readonly QuestionKind: "proposal" | "part" | "amendment" | "motion" | "appeal" | "agenda";
        /**
         * QuorumShown
         * @description State party delegations present, of those ``registered``, and how many are ``needed``.
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
         * RaiseSignalCommand
         * @description Slow down, sound unacceptable, cannot interpret, help, text missing.
         *
         *     ``mark``: by which a booth knows its own slow down again, since the log does not say whose it is. The
         *     console draws it anew, at random, each time; of other signals it is left out.
         */
        readonly RaiseSignalCommand: {
            /** Booth */
            readonly booth: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly command: "RaiseSignal";
            /** Id */
            readonly id: string;
            readonly kind: components["schemas"]["SignalKind"];
            /** Mark */
            readonly mark?: string;
        };
        /**
         * ReachedBody
         * @description ``people``: how many would be told.
         */
        readonly ReachedBody: {
            /** People */
            readonly people: number;
        };
        /**
         * ReadAsked
         * @description A stored file, or the text of a table.
         */
        readonly ReadAsked: {
            /** Document */
            readonly document?: string;
            /** Text */
            readonly text?: string;
        };
        /**
         * ReadinessShown
         * @description What is known of a remote speaker's or an interpreter's line.
         *
         *     ``since``: when her console came or went; not connected and with a ``since`` her line is lost.
         */
        readonly ReadinessShown: {
            /** Connected */
            readonly connected: boolean;
            /**
             * Since
             * Format: date-time
             */
            readonly since?: string;
            readonly sound: components["schemas"]["Fitness"];
            /**
             * Tested At
             * Format: date-time
             */
            readonly tested_at?: string;
        };
        /**
         * RecordVoteCommand
         * @description The desk records what a delegation said; without ``choice``: it was called and was not there.
         */
        readonly RecordVoteCommand: {
            readonly choice?: components["schemas"]["Choice"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly command: "RecordVote";
            /** Delegation */
            readonly delegation: string;
            /** Id */
            readonly id: string;
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
         * RefusedLine
         * @description A registration that was not decided so, and the problem (RFC 9457) that says why.
         */
        readonly RefusedLine: {
            /** Problem */
            readonly problem: {
                readonly [key: string]: unknown;
            };
            /** Registration */
            readonly registration: string;
        };
        /**
         * RegisterBody
         * @description What an invited person asks for. ``delegation``: where the invitation names none.
         */
        readonly RegisterBody: {
            /** Code */
            readonly code: string;
            /** Delegation */
            readonly delegation?: string;
            /** Email */
            readonly email: string;
            /** Gender */
            readonly gender?: string;
            /** Language */
            readonly language?: string;
            readonly modality: components["schemas"]["Modality"];
            /** Name */
            readonly name: string;
            readonly role: components["schemas"]["Role"];
            /**
             * Sessions
             * @default []
             */
            readonly sessions?: readonly string[];
            /** Title */
            readonly title?: string;
        };
        /**
         * RegisteredBody
         * @description What has been taken in, pending until the secretariat decides.
         */
        readonly RegisteredBody: {
            /** Delegation */
            readonly delegation: string;
            /** Registration */
            readonly registration: string;
            /** State */
            readonly state: string;
        };
        /**
         * RegistrationLine
         * @description A registration with its match. ``clean``: may be approved with others, in one act and without a reason;
         *     ``late``: after the deadline, taken for the reason ``exception``; ``gone_at``: no longer in its source;
         *     ``says_sessions``: it says for which sessions it is, else for those of the note; ``corrected_at``: by an
         *     officer, since when no import changes it.
         *     ``email``: for the secretariat and the own focal point alone.
         */
        readonly RegistrationLine: {
            /** Clean */
            readonly clean: boolean;
            /** Corrected At */
            readonly corrected_at?: string;
            /** Decided At */
            readonly decided_at?: string;
            /** Decided By */
            readonly decided_by?: string;
            /** Delegation */
            readonly delegation?: string;
            /** Email */
            readonly email?: string;
            /** Exception */
            readonly exception?: string;
            /** Gone At */
            readonly gone_at?: string;
            /** Id */
            readonly id: string;
            /** Language */
            readonly language?: string;
            /** Late */
            readonly late: boolean;
            readonly match: components["schemas"]["MatchKind"];
            readonly modality: components["schemas"]["Modality"];
            /** Name */
            readonly name: string;
            readonly nomination?: components["schemas"]["NominationLine"];
            /** Participant */
            readonly participant?: string;
            /** Reason */
            readonly reason?: string;
            readonly role: components["schemas"]["Role"];
            /** Says Sessions */
            readonly says_sessions: boolean;
            /** Score */
            readonly score: number;
            /** Sessions */
            readonly sessions: readonly string[];
            /** Source */
            readonly source: string;
            readonly state: components["schemas"]["RegistrationState"];
            /** Submitted At */
            readonly submitted_at: string;
            /** Title */
            readonly title?: string;
        };
        /**
         * RegistrationState
         * @description Where a request stands.
         * @enum {string}
         */
        readonly RegistrationState: "pending" | "approved" | "rejected" | "withdrawn";
        /**
         * RegistrationsBody
         * @description One page. ``total``: how many there are in all pages; ``counts``: of all, by state.
         */
        readonly RegistrationsBody: {
            /** Counts */
            readonly counts: {
                readonly [key: string]: number;
            };
            /** Page */
            readonly page: number;
            /** Registrations */
            readonly registrations: readonly components["schemas"]["RegistrationLine"][];
            /** Total */
            readonly total: number;
        };
        /**
         * RejectionBody
         * @description Why the requests are refused.
         */
        readonly RejectionBody: {
            /** Reason */
            readonly reason: string;
            /** Registrations */
            readonly registrations: readonly string[];
        };
        /**
         * ReleaseBody
         * @description Why somebody gives up what she holds.
         */
        readonly ReleaseBody: {
            /** Reason */
            readonly reason?: string;
        };
        /**
         * ReleaseMicrophoneCommand
         * @description The interpreter goes off air, or is taken off.
         */
        readonly ReleaseMicrophoneCommand: {
            /** Booth */
            readonly booth: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly command: "ReleaseMicrophone";
            /** Id */
            readonly id: string;
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
         *
         *     ``rank``: in a high-level segment. ``joint``: other delegations that are asked to join the statement.
         *     ``answers``: for a reply, the request whose statement warrants it. ``motion``, ``proposal``: what the
         *     speaker, or the explanation of vote, is about.
         */
        readonly RequestFloorCommand: {
            /** Answers */
            readonly answers?: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly command: "RequestFloor";
            /** Id */
            readonly id: string;
            /** Item */
            readonly item?: string;
            /**
             * Joint
             * @default []
             */
            readonly joint?: readonly string[];
            /** @default statement */
            readonly kind?: components["schemas"]["RequestKind"];
            /** Language */
            readonly language?: string;
            /** Motion */
            readonly motion?: string;
            /** On Behalf Of */
            readonly on_behalf_of?: string;
            /** Proposal */
            readonly proposal?: string;
            /** @default other */
            readonly rank?: components["schemas"]["SpeakerRank"];
        };
        /**
         * RequestHandoverCommand
         * @description Either side starts: who is on air offers it to ``to``; who is not asks for it.
         */
        readonly RequestHandoverCommand: {
            /** Booth */
            readonly booth: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly command: "RequestHandover";
            /** Id */
            readonly id: string;
            /** To */
            readonly to?: string;
        };
        /**
         * RequestKind
         * @description What the floor is asked for.
         * @enum {string}
         */
        readonly RequestKind: "statement" | "point_of_order" | "reply" | "motion" | "for_motion" | "against_motion" | "appeal" | "explanation" | "question" | "response" | "rebuttal" | "advice";
        /**
         * RequestState
         * @description A request's way: passed over keeps its place; the last five are ends.
         * @enum {string}
         */
        readonly RequestState: "inscribed" | "called" | "speaking" | "passed_over" | "delivered" | "withdrawn" | "declined" | "taken_as_read" | "carried_over";
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
         * ReviseOrallyCommand
         * @description An oral amendment that is read out and stands; it is adopted with the document.
         */
        readonly ReviseOrallyCommand: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly command: "ReviseOrally";
            /** Id */
            readonly id: string;
            /** Proposal */
            readonly proposal: string;
            /** Text */
            readonly text: string;
        };
        /**
         * Role
         * @description What a seat allows: an observer follows and does not ask for the floor.
         * @enum {string}
         */
        readonly Role: "speaker" | "observer";
        /**
         * RoomFirst
         * @description Whether statements from the room are preferred: not, as a hint to the chair, or within the tier.
         * @enum {string}
         */
        readonly RoomFirst: "no" | "hint" | "within_tier";
        /**
         * RoomTable
         * @description Where a meeting sits. ``places``: for delegates.
         */
        readonly RoomTable: {
            /** Id */
            readonly id: string;
            /** Name */
            readonly name: string;
            /** Places */
            readonly places?: number;
        };
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
         * RulingShown
         * @description The chair's last ruling on a point of order, while it may be appealed against.
         */
        readonly RulingShown: {
            /** Appealed By */
            readonly appealed_by?: string;
            /**
             * At
             * Format: date-time
             */
            readonly at: string;
            /** Delegation */
            readonly delegation: string;
            /** Overruled */
            readonly overruled: boolean;
            /** Request */
            readonly request: string;
            /** Upheld */
            readonly upheld: boolean;
        };
        /**
         * ScriptBody
         * @description ``templates`` by key, with places in braces; ``names``: of delegations within a sentence, by code,
         *     instead of their names in the view.
         */
        readonly ScriptBody: {
            /** Language */
            readonly language: string;
            /** Names */
            readonly names: {
                readonly [key: string]: string;
            };
            /** Templates */
            readonly templates: {
                readonly [key: string]: string;
            };
        };
        /**
         * ScriptStep
         * @description Words to say: ``key`` names a template of ``GET api/v1/script/{language}``; ``params`` fill its places.
         *
         *     What a param's value is, its name says: ``delegation`` and ``next`` are ids of delegations, ``group`` of a
         *     group, ``item`` and ``item_title`` of an agenda item, to be said by its number and by its title, ``title``
         *     of a member of the podium, to be said by hers; all else is said as it stands: ``symbol`` of a document,
         *     ``part``, the name of a part of it, ``time`` in minutes, figures.
         */
        readonly ScriptStep: {
            /** Key */
            readonly key: string;
            /** Params */
            readonly params: {
                readonly [key: string]: string;
            };
        };
        /**
         * SeatBody
         * @description A unit of what may be present at once; without ``participant`` it is free.
         *
         *     ``scope``: a session or a meeting, absent: the whole conference. ``over``: the policy in force no longer
         *     has it.
         */
        readonly SeatBody: {
            /** Id */
            readonly id: string;
            readonly modality: components["schemas"]["Modality"];
            /** Over */
            readonly over?: boolean;
            /** Participant */
            readonly participant?: string;
            readonly role: components["schemas"]["Role"];
            /** Scope */
            readonly scope?: string;
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
         * SessionTable
         * @description The whole run of a body, with its first and last day.
         */
        readonly SessionTable: {
            /** Body */
            readonly body: string;
            /**
             * Ends
             * Format: date
             */
            readonly ends: string;
            /** Id */
            readonly id: string;
            /**
             * Starts
             * Format: date
             */
            readonly starts: string;
            /** Titles */
            readonly titles: {
                readonly [key: string]: string;
            };
        };
        /**
         * SetChannelCommand
         * @description A two-way booth changes its outgoing channel.
         */
        readonly SetChannelCommand: {
            /** Booth */
            readonly booth: string;
            /** Channel */
            readonly channel: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly command: "SetChannel";
            /** Id */
            readonly id: string;
        };
        /**
         * SetListClosingCommand
         * @description The list closes at ``closes_at`` by the clock; None: it does not. It may open before the meeting.
         */
        readonly SetListClosingCommand: {
            /**
             * Closes At
             * Format: date-time
             */
            readonly closes_at?: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly command: "SetListClosing";
            /** Id */
            readonly id: string;
            /** Item */
            readonly item: string;
        };
        /**
         * SetSourceCommand
         * @description Interpret from the floor, or by relay from a pivot booth: one hop only, no loops.
         */
        readonly SetSourceCommand: {
            /** Booth */
            readonly booth: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly command: "SetSource";
            /** Id */
            readonly id: string;
            /** Source */
            readonly source: string;
        };
        /**
         * SettleAsked
         * @description ``keep``: registration → why that person stays although the note no longer names her so; ``withdraw``:
         *     registrations that end; ``change``: registrations that become what the note now says.
         */
        readonly SettleAsked: {
            /**
             * Change
             * @default []
             */
            readonly change?: readonly string[];
            /**
             * Keep
             * @default {}
             */
            readonly keep?: {
                readonly [key: string]: string;
            };
            /**
             * Withdraw
             * @default []
             */
            readonly withdraw?: readonly string[];
        };
        /**
         * SettledBody
         * @description What became of each; ``left``: how many in the conference are to be settled yet.
         */
        readonly SettledBody: {
            /** Done */
            readonly done: readonly string[];
            /** Left */
            readonly left: number;
            /** Refused */
            readonly refused: readonly components["schemas"]["UnsettledLine"][];
        };
        /**
         * SettlementBody
         * @description What becomes of these people. ``modality`` and ``role``: where to, for a move; ``reason``: needed to
         *     keep.
         */
        readonly SettlementBody: {
            readonly act: components["schemas"]["Settling"];
            readonly modality?: components["schemas"]["Modality"];
            /** Participants */
            readonly participants: readonly string[];
            /** Reason */
            readonly reason?: string;
            readonly role?: components["schemas"]["Role"];
        };
        /**
         * Settling
         * @description What an officer does about somebody who no longer fits.
         * @enum {string}
         */
        readonly Settling: "withdraw" | "move" | "keep";
        /**
         * SheetLine
         * @description What an external platform is told of a person who takes part online, or has no delegation. ``id``: of
         *     her registration, else of herself; ``email``: empty where none is on record.
         */
        readonly SheetLine: {
            /** Delegation */
            readonly delegation: string;
            /** Email */
            readonly email: string;
            /** Id */
            readonly id: string;
            /** Language */
            readonly language: string;
            /** Name */
            readonly name: string;
            /** Role */
            readonly role: string;
        };
        /**
         * SignalKind
         * @description What an interpreter tells: slow down and help, and the alerts that the chair must see.
         * @enum {string}
         */
        readonly SignalKind: "slow_down" | "sound_unacceptable" | "cannot_interpret" | "help" | "text_missing";
        /**
         * SignalShown
         * @description A signal that is not over. Never who raised it: ``booth`` alone, and none for slow down.
         *
         *     ``mark``: by which the booth that asked to slow down knows its own again.
         */
        readonly SignalShown: {
            /**
             * At
             * Format: date-time
             */
            readonly at: string;
            /** Booth */
            readonly booth?: string;
            /** Grant */
            readonly grant?: number;
            readonly kind: components["schemas"]["SignalKind"];
            /** Mark */
            readonly mark?: string;
            readonly state: components["schemas"]["SignalState"];
        };
        /**
         * SignalState
         * @description A signal's way. Alerts are acknowledged by the chair; help is handled, then finished.
         * @enum {string}
         */
        readonly SignalState: "raised" | "acknowledged" | "handled" | "finished";
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
         * SomebodyBody
         * @description A person of whom something is kept. ``id``: what her data is asked for by.
         */
        readonly SomebodyBody: {
            readonly capacity?: components["schemas"]["Capacity"];
            /** Delegation */
            readonly delegation?: string;
            /** Email */
            readonly email?: string;
            /** Id */
            readonly id: string;
            /** Name */
            readonly name: string;
            /** Participant */
            readonly participant?: string;
            /** Registration */
            readonly registration?: string;
            readonly standing: components["schemas"]["Standing"];
        };
        /**
         * Source
         * @description Where a request came from; recorded by the service, never taken from a client.
         * @enum {string}
         */
        readonly Source: "room" | "online" | "desk";
        /**
         * SpeakerRank
         * @description By what rank States speak in a high-level segment, the highest first.
         * @enum {string}
         */
        readonly SpeakerRank: "head_of_state" | "head_of_government" | "minister" | "other";
        /**
         * StaffBoothCommand
         * @description The secretariat says who interprets in a booth, with languages A, B and C.
         */
        readonly StaffBoothCommand: {
            /** Booth */
            readonly booth: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly command: "StaffBooth";
            /** Id */
            readonly id: string;
            /** Interpreters */
            readonly interpreters: readonly components["schemas"]["InterpreterBody"][];
        };
        /**
         * StaffedBooth
         * @description A booth with who works in it.
         */
        readonly StaffedBooth: {
            /** Id */
            readonly id: string;
            /**
             * Interpreters
             * @default []
             */
            readonly interpreters?: readonly components["schemas"]["InterpreterTable"][];
            /** Outgoing */
            readonly outgoing: readonly string[];
            /**
             * Remote
             * @default false
             */
            readonly remote?: boolean;
        };
        /**
         * StaffingKind
         * @description Why.
         * @enum {string}
         */
        readonly StaffingKind: "short_of_staff" | "turn_elapsed" | "meeting_too_long" | "week_too_full" | "source_is_outgoing" | "line_lost" | "channel_not_own" | "source_not_understood";
        /**
         * StaffingWarning
         * @description A warning; of the meeting where no ``booth`` is named.
         *
         *     ``have``, ``need``: interpreters, minutes or meetings. ``participant``: of a warning about who is on air:
         *     her line is lost; she works into ``language`` without having it as A or B, or from it without A, B or C.
         *     A meeting is too long when its planned end lies more than ``need`` minutes after the call to order; a week
         *     is too full when this is more than its ``need``-th meeting.
         */
        readonly StaffingWarning: {
            /** Booth */
            readonly booth?: string;
            /** Have */
            readonly have?: number;
            readonly kind: components["schemas"]["StaffingKind"];
            /** Language */
            readonly language?: string;
            /** Need */
            readonly need?: number;
            /** Participant */
            readonly participant?: string;
        };
        /**
         * Standing
         * @description How somebody stands to the conference: as a registration's state, or without any registration.
         * @enum {string}
         */
        readonly Standing: "pending" | "approved" | "rejected" | "withdrawn" | "nominated" | "of_file";
        /**
         * StoredNoteBody
         * @description A stored note that names the person beside others: an officer decides what becomes of it.
         */
        readonly StoredNoteBody: {
            /** Delegation */
            readonly delegation: string;
            /** Id */
            readonly id: string;
            /** Name */
            readonly name: string;
            /** Note */
            readonly note: string;
        };
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
         * SwapBody
         * @description Two people of the delegation who exchange what seats they have.
         */
        readonly SwapBody: {
            /** One */
            readonly one: string;
            /** Other */
            readonly other: string;
            /** Reason */
            readonly reason?: string;
        };
        /**
         * TableAmendmentCommand
         * @description An amendment to a proposal; ``place``: in the order of voting, from 1, None: after the others.
         */
        readonly TableAmendmentCommand: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly command: "TableAmendment";
            /** Id */
            readonly id: string;
            /** Place */
            readonly place?: number;
            /** Proposal */
            readonly proposal: string;
            /**
             * Sponsors
             * @default []
             */
            readonly sponsors?: readonly string[];
            /** Symbol */
            readonly symbol?: string;
            /** Text */
            readonly text: string;
        };
        /**
         * TableProposalCommand
         * @description A document comes under consideration. ``substantive``: decided by the majority on substance.
         */
        readonly TableProposalCommand: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly command: "TableProposal";
            /** Id */
            readonly id: string;
            /** Item */
            readonly item: string;
            /**
             * Sponsors
             * @default []
             */
            readonly sponsors?: readonly string[];
            /**
             * Substantive
             * @default true
             */
            readonly substantive?: boolean;
            /** Symbol */
            readonly symbol: string;
            /** Title */
            readonly title: string;
        };
        /**
         * TakeAsReadCommand
         * @description The text stands as delivered: of a request that waits, or of a speaker whose line was lost.
         */
        readonly TakeAsReadCommand: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly command: "TakeAsRead";
            /** Id */
            readonly id: string;
            /** Request */
            readonly request: string;
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
         * TakeMicrophoneCommand
         * @description An interpreter goes on air: nobody else of the booth may be, unless her line is lost.
         */
        readonly TakeMicrophoneCommand: {
            /** Booth */
            readonly booth: string;
            /** Channel */
            readonly channel?: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly command: "TakeMicrophone";
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
         * TakeUpMotionCommand
         * @description The body turns to this motion; refused while one that goes before it is pending (MOTION_ORDER).
         */
        readonly TakeUpMotionCommand: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly command: "TakeUpMotion";
            /** Id */
            readonly id: string;
            /** Motion */
            readonly motion: string;
        };
        /**
         * TakenBody
         * @description The role sheet that the platform has from now on. ``number``: counted from 1.
         */
        readonly TakenBody: {
            /** Changes */
            readonly changes: readonly components["schemas"]["ChangeBody"][];
            /** Lines */
            readonly lines: readonly components["schemas"]["SheetLine"][];
            /** Number */
            readonly number: number;
        };
        /**
         * TallyShown
         * @description Votes counted. ``absent``: entitled and not voting.
         */
        readonly TallyShown: {
            /** Absent */
            readonly absent: number;
            /** Abstentions */
            readonly abstentions: number;
            /** Invalid */
            readonly invalid: number;
            /** No */
            readonly no: number;
            /** Yes */
            readonly yes: number;
        };
        /**
         * TextBody
         * @description A text that may be read. ``check``: against delivery; ``public``: heard, and open to everybody;
         *     ``request``: the statement that it was. The files: ``…/texts/{id}/{language}``.
         */
        readonly TextBody: {
            /** Check */
            readonly check: boolean;
            /** Delegation */
            readonly delegation: string;
            /** Id */
            readonly id: string;
            /** Item */
            readonly item: string;
            /** Languages */
            readonly languages: readonly string[];
            /** Public */
            readonly public: boolean;
            /** Request */
            readonly request?: string;
        };
        /**
         * TurnShown
         * @description A turn that has ended, as corrected. ``title``: of who had the floor outside the list.
         *
         *     ``partial``: the speaker was passed over and may go on in another turn.
         */
        readonly TurnShown: {
            /** Corrected */
            readonly corrected: boolean;
            /** Delegation */
            readonly delegation?: string;
            /**
             * Ended At
             * Format: date-time
             */
            readonly ended_at: string;
            readonly holder: components["schemas"]["HolderKind"];
            /** Item */
            readonly item?: string;
            readonly kind: components["schemas"]["RequestKind"];
            /** On Behalf Of */
            readonly on_behalf_of?: string;
            /** Partial */
            readonly partial: boolean;
            /** Request */
            readonly request?: string;
            /** Spoken Ms */
            readonly spoken_ms: number;
            /**
             * Started At
             * Format: date-time
             */
            readonly started_at: string;
            /** Title */
            readonly title?: string | {
                readonly [key: string]: string;
            };
        };
        /**
         * TurnToCommand
         * @description Go on to questions or to answers although the phase is not at its end.
         */
        readonly TurnToCommand: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly command: "TurnTo";
            /** Id */
            readonly id: string;
            readonly phase: components["schemas"]["PanelPhase"];
        };
        /**
         * UnsettledLine
         * @description Who was not settled so, and the problem (RFC 9457) that says why.
         */
        readonly UnsettledLine: {
            /** Participant */
            readonly participant: string;
            /** Problem */
            readonly problem: {
                readonly [key: string]: unknown;
            };
        };
        /**
         * VoteMethod
         * @description How votes are taken. ``recorded``: electronically, each delegation at its console.
         * @enum {string}
         */
        readonly VoteMethod: "show_of_hands" | "roll_call" | "recorded" | "secret_ballot";
        /**
         * WaitingBody
         * @description ``match``: pending registrations by how they stand to the note; ``clean``: of them, to be approved in
         *     one act; ``gone``: their source no longer has them; ``unregistered``: named by a note; ``misfits`` of the
         *     limits; ``unsettled`` by a revision, by delegation; ``unsent``: messages that failed; ``submitted``: live
         *     registrations by day, in the conference's time zone; ``links``: what the links in messages begin with,
         *     where others than the service's own machine cannot open them.
         */
        readonly WaitingBody: {
            /** Clean */
            readonly clean: number;
            /** Gone */
            readonly gone: number;
            /** Links */
            readonly links?: string;
            /** Match */
            readonly match: {
                readonly [key: string]: number;
            };
            /** Misfits */
            readonly misfits: number;
            /** Submitted */
            readonly submitted: {
                readonly [key: string]: number;
            };
            /** Unregistered */
            readonly unregistered: number;
            /** Unsent */
            readonly unsent: number;
            /** Unsettled */
            readonly unsettled: {
                readonly [key: string]: number;
            };
        };
        /**
         * Weight
         * @description What a finding hinders. A fault: that the note is stored at all; a conflict: that it is confirmed; an
         *     exception: that it is confirmed without a reason; a remark: nothing.
         * @enum {string}
         */
        readonly Weight: "fault" | "conflict" | "exception" | "remark";
        /**
         * Why
         * @description Why a person who is approved does not stand as the note does.
         * @enum {string}
         */
        readonly Why: "removed" | "changed";
        /**
         * WithdrawAmendmentCommand
         * @description Its sponsors take it back.
         */
        readonly WithdrawAmendmentCommand: {
            /** Amendment */
            readonly amendment: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly command: "WithdrawAmendment";
            /** Id */
            readonly id: string;
        };
        /**
         * WithdrawMotionCommand
         * @description The mover takes it back, as long as voting on it has not begun.
         */
        readonly WithdrawMotionCommand: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly command: "WithdrawMotion";
            /** Id */
            readonly id: string;
            /** Motion */
            readonly motion: string;
        };
        /**
         * WithdrawProposalCommand
         * @description Its sponsors take it back: before voting on it has begun, and unless it has been amended.
         */
        readonly WithdrawProposalCommand: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly command: "WithdrawProposal";
            /** Id */
            readonly id: string;
            /** Proposal */
            readonly proposal: string;
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
        /**
         * WithdrawalBody
         * @description Why, on record.
         */
        readonly WithdrawalBody: {
            /** Reason */
            readonly reason?: string;
            /** Registrations */
            readonly registrations: readonly string[];
        };
        /**
         * WithdrawnBody
         * @description Why the file goes, on record.
         */
        readonly WithdrawnBody: {
            /** Reason */
            readonly reason: string;
        };
        /**
         * WrittenBody
         * @description Whom a rejected line seems to be about, as written; ``delegation``: its id where that is known.
         */
        readonly WrittenBody: {
            /** Delegation */
            readonly delegation: string;
            /** Email */
            readonly email: string;
            /** Name */
            readonly name: string;
        };
        /**
         * Choice
         * @description Something to choose, by its names or titles in each language.
         */
        readonly hemicycle__api__invitations__Choice: {
            /** Id */
            readonly id: string;
            /** Names */
            readonly names: {
                readonly [key: string]: string;
            };
        };
        /**
         * Choice
         * @description What a delegation votes.
         * @enum {string}
         */
        readonly hemicycle__rules__state__decisions__Choice: "yes" | "no" | "abstention";
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
