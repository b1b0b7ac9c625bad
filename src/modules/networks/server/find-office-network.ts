import type { Ctx } from '#modules/people/actor.ts';
import { mayRunNetwork } from '../policy.ts';
import { networkFor, type NetworkRow } from './internal/network-for.ts';

/** The network for whoever runs it: its office. 404 for those outside, 403 for those who only look inside. */
export async function findOfficeNetwork(ctx: Ctx, slug: string): Promise<NetworkRow> {
	return (await networkFor(ctx, slug, mayRunNetwork)).network;
}
