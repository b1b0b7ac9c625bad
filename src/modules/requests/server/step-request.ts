import { forbidden, refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { checkMayShow } from '#modules/people/server/check-may-show.ts';
import { mayManageRequest } from '../policy.ts';
import { requestSteps, whyNotPublish, whyNotStep, type RequestStep } from '../request.ts';
import { findOwnRequest } from './find-request.ts';
import { takeStep } from './internal/take-step.ts';

type Step = {
	id: string;
	step: Exclude<RequestStep, 'expire'>;
	/** The space that was found, or nothing when it was elsewhere. */ fulfilledBy?: string;
};

/** One step of the request by its people: publish, pause, resume, renew, fulfil, withdraw. 404, 403, 409 with the reason, 422 for what is missing. */
export async function stepRequest(ctx: Ctx, { id, step, fulfilledBy }: Step): Promise<void> {
	const request = await findOwnRequest(ctx, id);
	if (!mayManageRequest(ctx.actor, request)) throw forbidden();
	const why = whyNotStep(request.requestState, step);
	if (why) throw refused('step', why);
	if (requestSteps[step].to === 'published') await checkMayShow(ctx, { kind: 'request', id });
	const missing = requestSteps[step].to === 'published' ? whyNotPublish(request) : null;
	if (missing) throw refused('says-nothing', missing.message, missing.field);
	await takeStep(ctx, { request, step, fulfilledBy });
}
