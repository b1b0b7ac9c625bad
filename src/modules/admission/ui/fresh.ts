import type { SubmitFunction } from '$app/forms';
import { invalidateAll } from '$app/navigation';

/** For forms that several people write at: when somebody was faster, the page reads anew what they have saved. Nothing that was typed goes. */
export const fresh: SubmitFunction =
	() =>
	async ({ result, update }) => {
		await update({ reset: false });
		if (result.type === 'failure') await invalidateAll();
	};
