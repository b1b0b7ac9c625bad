import type { PartKind } from './parts.ts';
import type { Part } from './profile.ts';

/** The checklist of those who write a profile: what a good one has, why, and how long it takes. */
export type Step = {
	kind: PartKind | 'contact' | 'publish';
	text: string;
	why: string;
	minutes: number;
	done: boolean;
	/** Without it the page cannot appear. */
	isNeeded: boolean;
};
export type Progress = { steps: Step[]; done: number; next: Step | null };

/** `isAhead`: the draft says more than the published page. */
type Known = { hasContact: boolean; isPublished: boolean; isReady: boolean; isAhead: boolean };

const step = (kind: Step['kind'], text: string, rest: { why: string; minutes: number; done: boolean; isNeeded?: boolean }): Step => ({
	kind,
	text,
	isNeeded: false,
	...rest
});

const counted = (parts: readonly Part[]) => (kind: PartKind) => parts.filter((part) => part.kind === kind).length;

function neededSteps(parts: readonly Part[]): Step[] {
	const count = counted(parts);
	return [
		step('intro', 'Sich vorstellen', {
			why: 'Der erste Satz entscheidet, ob jemand weiterliest.',
			minutes: 15,
			done: count('intro') > 0,
			isNeeded: true
		}),
		step('standing', 'Zwei Abschnitte „Hier stehen wir“', {
			why: 'Andere Kommunen suchen Erfahrung, auch die mit Umwegen.',
			minutes: 30,
			done: count('standing') > 1,
			isNeeded: true
		}),
		step('next', 'Ein Vorhaben nennen', {
			why: 'Wer liest, was Sie vorhaben, kann mitmachen.',
			minutes: 10,
			done: count('next') > 0,
			isNeeded: true
		})
	];
}

function furtherSteps(parts: readonly Part[], hasContact: boolean): Step[] {
	const count = counted(parts);
	const frame = parts.find((part): part is Part<'frame'> => part.kind === 'frame')?.data;
	const voices = parts.filter((part) => part.kind === 'voice');
	const isWaiting = voices.length > 0 && voices.every(({ releasedAt }) => !releasedAt);
	return [
		step('contact', 'Eine Ansprechperson nennen', { why: 'Sonst landet die Begeisterung nirgends.', minutes: 3, done: hasContact }),
		step('picture', 'Ein Bild zeigen', {
			why: 'Eine Straße, ein Platz, ein Fest: Dann hat der Ort ein Gesicht.',
			minutes: 5,
			done: count('picture') > 0
		}),
		step('voice', isWaiting ? 'Eine Stimme freigeben lassen' : 'Eine Stimme sammeln', {
			why: 'Ein Satz aus dem Ort wiegt mehr als drei aus dem Rathaus.',
			minutes: 10,
			done: voices.some(({ releasedAt }) => releasedAt)
		}),
		step('frame', 'Ortsteile und Konzept nennen', {
			why: 'Damit Fachleute wissen, worauf sie aufbauen können.',
			minutes: 3,
			done: Boolean(frame && (frame.districtCount || frame.insekYear))
		}),
		step('project', 'Ein Projekt zeigen, mit dem es anfing', {
			why: 'Ein Haus mit Licht macht Mut für das nächste.',
			minutes: 10,
			done: count('project') > 0
		}),
		step('fact', 'Besonderheiten nennen', { why: 'Drei Wörter, an die man sich erinnert.', minutes: 5, done: count('fact') > 0 }),
		step('recording', 'Etwas zu hören geben', {
			why: 'Ein Gespräch von fünf Minuten, mit dem Telefon aufgenommen, reicht.',
			minutes: 40,
			done: count('recording') > 0 || Boolean(frame?.podcastUrl)
		})
	];
}

const publishStep = ({ isPublished, isAhead }: Known): Step =>
	step('publish', isPublished ? 'Änderungen ansehen und veröffentlichen' : 'Ansehen und veröffentlichen', {
		why: isPublished ? 'Der Entwurf ist weiter als die öffentliche Seite.' : 'Alles Nötige ist da. Der Rest darf später kommen.',
		minutes: 5,
		done: isPublished && !isAhead
	});

/** What is there, what would be next. What is needed comes first, then what moves readers most for the least time. */
export function progressOf(parts: readonly Part[], known: Known): Progress {
	const { isPublished, isReady, isAhead } = known;
	const steps = [...neededSteps(parts), ...furtherSteps(parts, known.hasContact)];
	const publish = publishStep(known);
	const needed = steps.find(({ done, isNeeded }) => isNeeded && !done);
	const open = steps.find(({ done }) => !done);
	const next = needed ?? (isReady && !isPublished ? publish : (open ?? (isReady && isAhead ? publish : null)));
	return { steps, done: steps.filter(({ done }) => done).length, next };
}
