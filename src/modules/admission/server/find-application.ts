import type { Ctx } from '#modules/people/actor.ts';
import type { ApplicationView } from '../dossier.ts';
import { mayWrite } from '../policy.ts';
import { ownApplication } from './internal/application-for.ts';
import { housesOfTown, type LinkedHouse } from './internal/read-houses.ts';
import { viewOf } from './internal/view-of.ts';

export type OwnApplication = ApplicationView & { mayWrite: boolean };

/** An application for those who act for its town. 404 for everybody else, the office of the network too. */
export async function findApplication(ctx: Ctx, id: string): Promise<OwnApplication> {
	const found = await ownApplication(ctx, id);
	return { ...(await viewOf(ctx, found)), mayWrite: mayWrite(ctx.actor, found.organisation) };
}

/** The houses of the town's register that its application can link. */
export async function listLinkableHouses(ctx: Ctx, id: string): Promise<LinkedHouse[]> {
	const { organisation } = await ownApplication(ctx, id, { write: true });
	return housesOfTown(ctx, organisation.ags);
}
