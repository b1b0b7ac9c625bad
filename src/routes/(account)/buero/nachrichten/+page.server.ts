import { listReceivedMessages } from '#modules/cases/server/list-messages.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx } }) => ({ inbox: await listReceivedMessages(ctx), now: ctx.now });
