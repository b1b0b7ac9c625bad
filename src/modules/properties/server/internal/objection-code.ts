import { createHmac } from 'node:crypto';
import { hashToken } from '#lib/server/token.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { findSecret } from '#modules/people/server/find-secret.ts';
import { codeFrom } from '../../objection.ts';

/** The code with which the addressee of an announcement objects. */
export async function objectionCode(ctx: Pick<Ctx, 'db'>, announcementId: string): Promise<string> {
	const secret = await findSecret(ctx, 'links');
	return codeFrom(createHmac('sha256', secret).update(`objection ${announcementId}`).digest());
}

export const hashObjectionCode = (code: string): string => hashToken(`objection ${code}`);
