import type { Ctx } from '#modules/people/actor.ts';
import { contentKinds } from '#modules/people/content.ts';
import { contentAt } from '../content-at.ts';
import { findContent } from './internal/contents.ts';

/** What an address names, for the form that gives notice of it; null where there is nothing that somebody published. */
export async function findContentAt(ctx: Ctx, address: string): Promise<{ title: string; kind: string; href: string } | null> {
	const at = contentAt(address);
	const found = at && (await findContent(ctx, at));
	return found && { title: found.frozen.title, kind: contentKinds[found.kind], href: found.href };
}
