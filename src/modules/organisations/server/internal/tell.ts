import { isOffice, type Ctx } from '#modules/people/actor.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import { holdsSeat } from '../../policy.ts';

/** `personId`: whose seat it is about. `before` and `after` hold only what changed. */
export type Change = { personId?: string; before?: Record<string, unknown>; after?: Record<string, unknown>; reason?: string };

/** Writes a change of an organisation into its history, and whether the network office acted in its place. Kinds read "seat.ended". */
export async function tell(ctx: Ctx, organisationId: string, { kind, reason, ...change }: Change & { kind: string }): Promise<void> {
	const onBehalf = isOffice(ctx.actor) && !holdsSeat(ctx.actor, organisationId, 'read');
	await recordEvent(ctx, kind, { subjectId: organisationId, reason, data: { ...change, ...(onBehalf && { onBehalf }) } });
}
