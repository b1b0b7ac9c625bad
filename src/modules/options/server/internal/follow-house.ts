import { Refusal } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { changeLifecycle } from '#modules/properties/server/change-lifecycle.ts';
import type { LifecycleState } from '#modules/properties/vocabulary.ts';
import type { Desk } from './desk-for.ts';

/** What each act means for the house as a whole, from each state in which it may be: the steps to take. Other states stay as they are. */
const ways = {
	grant: { available: ['in_mediation', 'reserved'], in_mediation: ['reserved'] },
	end: { reserved: ['in_mediation'] },
	build: { in_mediation: ['reserved', 'in_works'], reserved: ['in_works'] },
	use: { in_mediation: ['reserved', 'in_works', 'reused'], reserved: ['in_works', 'reused'], in_works: ['reused'], interim: ['reused'] }
} as const satisfies Record<string, Partial<Record<LifecycleState, readonly LifecycleState[]>>>;

/**
 * Takes the house along in the register, in the transaction of the act. Where only some of its rooms are awarded it stays as it is, and so it does
 * where the register stands against it: an act of the procedure never fails for that. Returns whether the register follows.
 */
export async function followHouse(
	ctx: Ctx,
	{ house, unitIds }: Pick<Desk, 'house' | 'unitIds'>,
	{ act, reason }: { act: keyof typeof ways; reason: string }
): Promise<boolean> {
	if (unitIds.length) return false;
	const way: readonly LifecycleState[] = (ways[act] as Partial<Record<LifecycleState, readonly LifecycleState[]>>)[house.lifecycle] ?? [];
	for (const to of way) {
		const done = await changeLifecycle(ctx, { id: house.id, to, reason }).then(
			() => true,
			(error: unknown) => {
				if (error instanceof Refusal) return false;
				throw error;
			}
		);
		if (!done) return false;
	}
	return way.length > 0;
}
