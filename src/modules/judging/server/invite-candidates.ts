import { refused } from '#lib/refusal.ts';
import { momentText } from '#lib/text/berlin.ts';
import { inviteConcepts } from '#modules/concepts/server/invite-concepts.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { deadlineOf } from '#modules/procedures/frozen.ts';
import { moveDeadline } from '#modules/procedures/server/move-deadline.ts';
import { moveProcedure } from '#modules/procedures/server/move-procedure.ts';
import { sealBoxes } from '#modules/procedures/server/seal-boxes.ts';
import type { InviteInput } from '../forms.ts';
import { standingOf, type Panel } from '../panel.ts';
import { asManager } from '../policy.ts';
import { whyNotAdmit } from '../precheck.ts';
import { chooseCandidates } from './internal/candidate-row.ts';
import { changingPanel } from './internal/load-panel.ts';
import { checkedOf } from './internal/settle-state.ts';
import { tellWriters } from './internal/tell.ts';

const day = 86_400_000;
const fewestDays = 14;

async function whyNot(ctx: Ctx, panel: Panel, { until, choices }: InviteInput): Promise<void> {
	const checked = [...(await checkedOf(ctx, panel)).values()];
	const against = whyNotAdmit(checked, { conditions: panel.frozen.eligibility, isBlind: false });
	if (against.length) throw refused('not-settled', against.join(' '));
	const valid = panel.concepts.filter(({ state }) => state !== 'excluded');
	const missing = valid.filter(({ id }) => !choices.some(({ conceptId }) => conceptId === id));
	if (missing.length || choices.length !== valid.length)
		throw refused(
			'not-all',
			`Bitte bei jedem zugelassenen Konzept ja oder nein sagen. Es fehlt: ${missing.map(({ number }) => number).join(', ') || 'eine neue Fassung dieser Seite'}.`
		);
	if (!choices.some(({ isChosen }) => isChosen))
		throw refused(
			'nobody',
			'Mindestens ein Konzept kommt in die zweite Stufe. Soll es nicht weitergehen, lässt sich das Verfahren mit Begründung aufheben.'
		);
	const promised = deadlineOf(panel.frozen, 2);
	if (promised && until < promised)
		throw refused('promised', `Der Aufruf verspricht Zeit bis ${momentText(promised)}. Später ist möglich, früher nicht.`, 'until');
	if (until.getTime() < ctx.now.getTime() + fewestDays * day)
		throw refused('too-short', `Bitte mindestens ${fewestDays} Tage Zeit geben: Ein Konzept braucht mehr als eine Woche.`, 'until');
}

/** Ends the first stage: says of every concept whether it comes into the second, and why, and opens the box for it. Everybody hears at once. Throws 401, 404, 409, 422. */
export async function inviteCandidates(ctx: Ctx, { id, input }: { id: string; input: InviteInput }): Promise<void> {
	await changingPanel(ctx, id, async (inside, panel) => {
		asManager(panel);
		const kept = panel.concepts.filter((one) => standingOf(panel, one.id, 'precheck') === 'conflict');
		if (kept.length)
			throw refused(
				'conflict',
				`Sie sind bei Konzept ${kept.map(({ number }) => number).join(', ')} befangen. Die Auswahl trifft deshalb Ihre Vertretung.`
			);
		const { until, choices } = input;
		const chosen = choices.filter(({ isChosen }) => isChosen);
		const facts = { invited: chosen.length, deadline: until.toISOString() };
		const sealed = { choices: choices.map(({ conceptId, isChosen, reason }) => ({ conceptId, isChosen, reason })) };
		const row = await moveProcedure(inside, { id, move: 'invite', facts, sealed, set: { round: 2, deadline: until } });
		await whyNot(inside, panel, input);
		if (until.getTime() !== deadlineOf(panel.frozen, 2)?.getTime())
			await moveDeadline(inside, { ...row, round: 2, deadline: until }, { until, reason: 'Mehr Zeit für die zweite Stufe.' });
		await sealBoxes(inside, { id, kind: panel.kind, round: 2, priceRule: panel.frozen.priceRule }, until);
		const next = await inviteConcepts(
			inside,
			chosen.map(({ conceptId }) => conceptId)
		);
		await chooseCandidates(inside, id, choices);
		const told = choices.map(({ conceptId, isChosen, reason }) => {
			const text = isChosen
				? `„${panel.title}“: Ihr könnt bis ${momentText(until)} ein Konzept abgeben. Titel, Zusammenfassung und Kontakt stehen schon da. ${reason}`
				: `„${panel.title}“: Für die zweite Stufe sind andere ausgewählt. ${reason}`;
			const title = isChosen ? 'Ihr seid in der zweiten Stufe' : 'Die erste Stufe ist entschieden';
			return { conceptId, data: { title, text, href: `/konto/konzepte/${next[conceptId] ?? conceptId}` } };
		});
		await tellWriters(inside, 'invite', told);
	});
}
