import { notFound } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { asManager } from '../policy.ts';
import { loadPanel } from './internal/load-panel.ts';
import { hasTalks, loadTalks } from './internal/load-talks.ts';

/** The talks with whoever was chosen in the first stage, for whoever leads; groups from which they are kept are only counted. Throws 401 and 404. */
export async function findTalks(ctx: Ctx, id: string) {
	const panel = await loadPanel(ctx, id);
	asManager(panel);
	if (!hasTalks(panel)) throw notFound();
	const all = await loadTalks(ctx, id);
	const isKept = (conceptId: string) => panel.mine.some(({ memberId }) => panel.declared.hasConflict(memberId, conceptId));
	const seen = all.filter(({ conceptId }) => !isKept(conceptId));
	const talks = seen.map(({ number, title, applicant, slot }) => ({
		...{ number, title, applicant, slot: slot && !slot.cancelledAt ? slot : null }
	}));
	return {
		talks,
		withheld: all.length - seen.length,
		mayPlan: panel.state === 'open',
		mayHold: ['open', 'closed', 'precheck'].includes(panel.state)
	};
}
export type Talks = Awaited<ReturnType<typeof findTalks>>;
