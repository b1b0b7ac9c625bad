import { admittedOf, hasChair, seatsIn, standingOf, type Panel, type PanelMember } from './panel.ts';
import { holderOf, openOf, votingMember, type Open } from './seat.ts';

/** Whose turn it is, and how far the jury has come. */

/** The chair that a seat belongs to: a juror's own, a deputy's that of the one they stand for. */
const chairOf = (seat: PanelMember): string | null => (hasChair(seat) ? seat.memberId : seat.role === 'deputy' ? seat.deputyFor : null);

/** The seat with which whoever asks scores this concept, or null where it is somebody else's turn. Jurors without a vote score too. */
export function mySeatFor(panel: Panel, conceptId: string): PanelMember | null {
	return (
		seatsIn(panel, 'scoring').find((seat) => {
			const chair = chairOf(seat);
			return chair !== null && holderOf(panel.seating, chair, conceptId) === seat.memberId;
		}) ?? null
	);
}

const reviewState = ({ seating }: Panel, memberId: string, conceptId: string) =>
	seating.reviews.find((one) => one.memberId === memberId && one.conceptId === conceptId)?.state ?? null;

/** Whether whoever asks has handed in what they find of this concept: then they see what the others found. */
export const hasHandedIn = (panel: Panel, conceptId: string): boolean =>
	panel.mine.some(({ memberId }) => ['submitted', 'locked'].includes(reviewState(panel, memberId, conceptId) ?? ''));

export type Task = { number: number; title: string; state: 'todo' | 'begun' | 'done' | 'without' };

/** What whoever asks scores, without the concepts from which they are kept. */
export function tasksOf(panel: Panel, titleOf: (conceptId: string) => string): Task[] {
	return admittedOf(panel).flatMap(({ id, number }) => {
		const seat = standingOf(panel, id, 'scoring') === 'clear' ? mySeatFor(panel, id) : null;
		if (!seat) return [];
		const state = reviewState(panel, seat.memberId, id);
		const word =
			state === 'abstained' ? 'without' : state === 'submitted' || state === 'locked' ? 'done' : state === 'open' ? 'begun' : 'todo';
		return [{ number, title: titleOf(id), state: word } as const];
	});
}

/** What a chair is called: by who took it over, as long as they have not left. */
function nameOf({ members, seating }: Panel, { memberId, name }: PanelMember): string {
	const last = seating.deputies
		.filter(({ deputyFor }) => deputyFor === memberId)
		.map((deputy) => members.find((one) => one.memberId === deputy.memberId))
		.find((one) => one?.isSuccessor && !one.hasLeft);
	return last ? `${last.name} (vorher ${name})` : name;
}

/** Who owes what: one line for each chair with a vote, counts only. */
export type Progress = {
	memberId: string;
	name: string;
	/** Of how many concepts. */
	all: number;
	done: number;
	open: Record<Open, number>;
};

export function progressOf(panel: Panel): Progress[] {
	const admitted = admittedOf(panel);
	return panel.members
		.filter((one) => hasChair(one) && one.hasVote)
		.map((chair) => {
			const [memberId, name] = [chair.memberId, nameOf(panel, chair)];
			const open: Progress['open'] = { declaration: 0, review: 0, withdrawal: 0, nobody: 0 };
			for (const { id } of admitted) {
				const what = openOf(panel.seating, memberId, id);
				if (what) open[what] += 1;
			}
			const left = Object.values(open).reduce((a, b) => a + b, 0);
			return { memberId, name, all: admitted.length, done: admitted.length - left, open };
		});
}

const openTexts: Record<Open, string> = {
	declaration: 'hat noch nicht gesagt, ob Befangenheit besteht',
	review: 'hat noch nicht abgegeben',
	withdrawal: 'ist ausgeschieden, und es ist nicht entschieden, ob die Stimme zählt',
	nobody: 'ist verhindert, und es gibt keine Vertretung'
};

/** What keeps the points from being shown to all, as sentences. */
export function whyNotReveal(panel: Panel): string[] {
	const admitted = admittedOf(panel);
	const open = panel.members
		.filter((one) => hasChair(one) && one.hasVote)
		.flatMap((chair) => {
			const name = nameOf(panel, chair);
			const found = Map.groupBy(admitted, ({ id }) => openOf(panel.seating, chair.memberId, id));
			return (Object.keys(openTexts) as Open[]).flatMap((what) => {
				const numbers = (found.get(what) ?? []).map(({ number }) => number);
				return numbers.length ? [`${name} ${openTexts[what]} (Konzept ${numbers.join(', ')}).`] : [];
			});
		});
	if (open.length) return [...open, 'Bitte abwarten, die Vertretung einsetzen, oder mit Grund „ohne Stimme“ festhalten.'];
	return admitted.flatMap(({ id, number }) =>
		panel.seating.jurors.some((juror) => votingMember(panel.seating, juror, id))
			? []
			: [`Für Konzept ${number} gibt es keine einzige Stimme. So lässt es sich nicht werten.`]
	);
}
