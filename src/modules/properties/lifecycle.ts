import { lifecycleStates, type LifecycleState } from './vocabulary.ts';

/** What the guards of the way look at. `previous` is the state before a block or an interim use. */
export type LifecycleFacts = {
	state: LifecycleState;
	previous: LifecycleState | null;
	hasAddress: boolean;
	hasKind: boolean;
	vacancyKnown: boolean;
	ownOrReported: boolean;
	offers: number;
};
export type Reason = { code: string; message: string };
type Guard = (facts: LifecycleFacts) => Reason | null;

export type Move = {
	from: readonly LifecycleState[];
	to: LifecycleState | 'previous';
	/** What the button says. */
	verb: string;
	/** Asked for and kept with the step; absent: no reason is needed. */
	ask?: string;
	guard?: Guard;
};

const open: readonly LifecycleState[] = ['recorded', 'owner_contacted', 'available', 'in_mediation', 'reserved', 'in_works'];
const everywhere = (Object.keys(lifecycleStates) as LifecycleState[]).filter((state) => state !== 'archived');

const complete: Guard = ({ hasAddress, hasKind, vacancyKnown }) => {
	if (!hasAddress) return { code: 'address-missing', message: 'Die Adresse fehlt noch. Bitte Straße oder Ort ergänzen.' };
	if (!hasKind) return { code: 'kind-missing', message: 'Die Objektart ist noch unbekannt. Bitte eine auswählen.' };
	return vacancyKnown
		? null
		: {
				code: 'vacancy-missing',
				message: 'Noch unbekannt, ob das Gebäude ganz oder teilweise leer steht. Bitte den Leerstandsgrad eintragen.'
			};
};

const offered: Guard = ({ offers }) =>
	offers > 0
		? null
		: { code: 'offer-missing', message: 'Bitte zuerst eintragen, wie das Gebäude angeboten wird, zum Beispiel Miete oder Erbbaurecht.' };

const withoutOwnerTalk: Guard = (facts) =>
	facts.ownOrReported
		? offered(facts)
		: {
				code: 'owner-not-contacted',
				message: 'Das Gebäude gehört nicht der Kommune. Bitte zuerst die Eigentümerin oder den Eigentümer ansprechen.'
			};

/** The way of a building: every step there is, and what stands against it. What is not here is forbidden. */
export const moves: readonly Move[] = [
	{ from: ['reported'], to: 'under_review', verb: 'Prüfung beginnen' },
	{ from: ['under_review'], to: 'recorded', verb: 'Als erfasst bestätigen', guard: complete },
	{
		from: ['reported', 'under_review'],
		to: 'discarded',
		verb: 'Verwerfen',
		ask: 'Warum? Kein Leerstand, Dublette, außerhalb, nicht nachvollziehbar …'
	},
	{ from: ['recorded'], to: 'owner_contacted', verb: 'Eigentümer angesprochen', ask: 'Wann und wie wurde Kontakt aufgenommen?' },
	{ from: ['owner_contacted'], to: 'available', verb: 'Mobilisierbar', guard: offered },
	{ from: ['recorded'], to: 'available', verb: 'Mobilisierbar', guard: withoutOwnerTalk },
	{ from: ['available'], to: 'in_mediation', verb: 'Vermittlung beginnen', ask: 'Mit wem oder in welchem Verfahren?' },
	{ from: ['in_mediation'], to: 'reserved', verb: 'Reservieren', ask: 'Für wen, durch welche Entscheidung?' },
	{ from: ['reserved'], to: 'in_mediation', verb: 'Reservierung aufheben', ask: 'Warum: abgelaufen oder zurückgegeben?' },
	{ from: ['reserved'], to: 'in_works', verb: 'Umsetzung beginnt', ask: 'Vertrag vom …' },
	{ from: ['in_works', 'interim'], to: 'reused', verb: 'Wieder in Nutzung', ask: 'Eröffnet am …' },
	{ from: open, to: 'blocked', verb: 'Blockiert', ask: 'Was steht im Weg?' },
	{ from: ['blocked'], to: 'previous', verb: 'Blockade gelöst' },
	{ from: open, to: 'interim', verb: 'Zwischennutzung beginnt', ask: 'Wer nutzt, bis wann?' },
	{ from: ['interim'], to: 'previous', verb: 'Zwischennutzung beendet' },
	{ from: ['reused'], to: 'reported', verb: 'Wieder leer' },
	{ from: everywhere, to: 'demolished', verb: 'Abgerissen', ask: 'Wann, auf welcher Grundlage?' },
	{ from: everywhere, to: 'archived', verb: 'Archivieren', ask: 'Warum?' }
];

/** States in which nobody outside has business with the building: its public face goes. */
export const endsPublication = (state: LifecycleState): boolean => ['discarded', 'demolished', 'archived'].includes(state);

const target = (move: Move, facts: LifecycleFacts) => (move.to === 'previous' ? facts.previous : move.to);

const moveTo = (facts: LifecycleFacts, to: LifecycleState): Move | undefined =>
	to === facts.state ? undefined : moves.find((move) => move.from.includes(facts.state) && target(move, facts) === to);

/** What stands against this step; null when nothing does. */
export function whyNotMove(facts: LifecycleFacts, to: LifecycleState, reason?: string): Reason | null {
	const move = moveTo(facts, to);
	if (!move)
		return {
			code: 'move-unknown',
			message: `Von „${lifecycleStates[facts.state]}“ führt kein Schritt zu „${lifecycleStates[to]}“.`
		};
	if (move.ask && !reason?.trim()) return { code: 'reason-missing', message: `Bitte einen Grund angeben. ${move.ask}` };
	return move.guard?.(facts) ?? null;
}

/** The steps that lead on from here, each with what stands against it. */
export const movesFrom = (facts: LifecycleFacts): { to: LifecycleState; verb: string; ask?: string; against: Reason | null }[] =>
	moves
		.filter((move) => move.from.includes(facts.state))
		.flatMap((move) => {
			const to = target(move, facts);
			return to && to !== facts.state ? [{ to, verb: move.verb, ask: move.ask, against: move.guard?.(facts) ?? null }] : [];
		});
