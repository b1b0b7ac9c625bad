import type { Answers, Criterion, Missing, Section } from './application-form.ts';
import type { Change } from './server/internal/read-changes.ts';
import type { LinkedHouse } from './server/internal/read-houses.ts';
import type { ApplicationState, Choice, MeetingKind, MeetingState } from './vocabulary.ts';

/** An application as its own town sees it. Nothing internal of the network is in it. */
export type ApplicationView = {
	id: string;
	state: ApplicationState;
	stateSince: Date;
	submittedAt: Date | null;
	createdAt: Date;
	heldFrom: ApplicationState | null;
	holdUntil: string | null;
	dueOn: string | null;
	feeCents: number;
	paidCents: number;
	network: { name: string; slug: string; contactName: string | null; contactEmail: string | null; accent: string };
	organisation: { id: string; name: string; ags: string | null };
	formVersion: number;
	sections: (Section & { version: number; savedAt: Date | null; savedBy: string | null })[];
	criteria: Criterion[];
	answers: Answers;
	missing: Missing[];
	houses: Record<string, LinkedHouse>;
	values: { version: number; text: string; isConfirmed: boolean } | null;
	meetings: SharedMeeting[];
	changes: Change[];
	isDemo: boolean;
};

export type SharedMeeting = {
	kind: MeetingKind;
	state: MeetingState;
	slots: { value: string; at: Date; isPast: boolean }[];
	place: string | null;
	link: string | null;
	message: string | null;
	chosenSlot: Date | null;
	heldOn: string | null;
	participants: string | null;
	sharedNote: string | null;
};

/** What the network keeps beside it. */
export type DossierMeeting = SharedMeeting & { internalNote: string | null; answerNote: string | null; round: number; version: number };
export type SeenVote = {
	roleId: string;
	name: string;
	hasVoted: boolean;
	isRecused: boolean;
	choice: Choice | null;
	reason: string | null;
	mayBeEntered: boolean;
};
