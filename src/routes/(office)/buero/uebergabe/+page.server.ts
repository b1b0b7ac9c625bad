import { listHandovers } from '#modules/organisations/server/find-handover.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx } }) => ({ handovers: await listHandovers(ctx) });
