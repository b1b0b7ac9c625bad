import { forbidden, notFound, refused, Refusal } from '#lib/refusal.ts';
import { states, type State } from '#modules/procedures/procedure.ts';
import { actsAs, seatsIn, standingOf, type Panel, type PanelConcept } from './panel.ts';
import type { ConflictStep } from './judging.ts';

/** What every page and command of this module asks first. Whatever is not for somebody is not found. */

export const locked = 'Die Punkte sind festgeschrieben. Daran ändert sich nichts mehr.';

/** Whoever leads, or their deputy. */
export function asManager(panel: Panel): void {
	if (!actsAs(panel, 'manager')) throw notFound();
}

/** Whoever leads or checks first, or a deputy of them. */
export function asChecker(panel: Panel): void {
	if (!actsAs(panel, 'manager', 'pre_checker')) throw notFound();
}

/** The same for what touches one concept: a conflict leaves it to the deputy. */
export function asManagerOf(panel: Panel, conceptId: string): void {
	asManager(panel);
	if (standingOf(panel, conceptId, 'deliberation') === 'conflict')
		throw refused('conflict', 'Sie sind bei diesem Konzept befangen. Das entscheidet deshalb Ihre Vertretung.');
}

export function inState(panel: Pick<Panel, 'state'>, ...allowed: readonly State[]): void {
	if (!allowed.includes(panel.state))
		throw refused(
			'not-now',
			`Das Verfahren ist im Stand „${states[panel.state]}“. Das geht nur im Stand „${allowed.map((one) => states[one]).join('“ oder „')}“.`
		);
}

/** The concept with this number for whoever is clear of it; 404 for whoever has a conflict or has not declared. */
export function conceptFor(panel: Panel, number: number, step: ConflictStep): PanelConcept {
	const found = panel.concepts.find((one) => one.number === number);
	if (!found || !seatsIn(panel, step).length || standingOf(panel, found.id, step) !== 'clear') throw notFound();
	return found;
}

export const factorNeeded = () =>
	new Refusal(403, 'second-factor', {
		message:
			'Wer in einer Jury wertet, meldet sich mit einem zweiten Faktor an. Bitte unter „Sicherheit“ einrichten und danach hierher zurückkommen.'
	});

/** Whoever scores, in their own place or in another's. */
export const scoringSeats = (panel: Panel) => seatsIn(panel, 'scoring');

/** Whoever scored and has left the jury with every seat: from then on they read nothing as its member. */
export const hasLeft = (panel: Panel): boolean =>
	scoringSeats(panel).length > 0 &&
	scoringSeats(panel).every(({ memberId }) => panel.seating.withdrawals.some((gone) => gone.memberId === memberId));

/** Throws 404 for whoever scores nothing, and 403 where the second factor is missing. */
export function asJuror(panel: Panel, { hasFactor }: { hasFactor: boolean }): void {
	if (!scoringSeats(panel).length) throw notFound();
	if (hasLeft(panel)) throw forbidden('Sie sind aus dieser Jury ausgeschieden. Was Sie abgegeben haben, bleibt in der Akte.');
	if (!hasFactor) throw factorNeeded();
}
