import type { House } from '#lib/server/house.ts';
import type { Ctx } from '#modules/people/actor.ts';

declare global {
	namespace App {
		interface Locals {
			ctx: Ctx;
			house: House;
			/** The session of this browser; absent for guests and API keys. */
			sessionId?: string;
		}
		interface Error {
			code?: string;
		}
	}
}
export {};
