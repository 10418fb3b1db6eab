import { useCallback, useEffect, useState } from 'react';
import type { HostBridge } from '#contract/bridge.ts';

interface KeychainState {
  /** The keychain can open the case. */
  has: boolean;
  /** It had a passphrase, but not the present one. */
  stale: boolean;
  /** Hands the kept passphrase over; `open` says whether it was the right one, and a wrong one is forgotten. */
  use: (open: (passphrase: string) => Promise<boolean>) => Promise<void>;
  forget: () => Promise<void>;
}

/** What this computer's keychain knows of a case. Where there is none, or it knows no case, it has nothing. */
export function useKeychain(bridge: HostBridge, caseId: string | null): KeychainState {
  const [known, setKnown] = useState<string | null>(null);
  const [stale, setStale] = useState(false);
  const { keychain } = bridge;
  useEffect(() => {
    let wanted = true;
    if (keychain === undefined || caseId === null) return undefined;
    keychain.has(caseId).then(
      (found) => {
        if (wanted) setKnown(found ? caseId : null);
      },
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [keychain, caseId]);
  const forget = useCallback(async () => {
    setKnown(null);
    if (caseId !== null) await keychain?.forget(caseId);
  }, [keychain, caseId]);
  const use = async (open: (passphrase: string) => Promise<boolean>): Promise<void> => {
    const kept = caseId === null ? null : await keychain?.recall(caseId).catch(() => null);
    const right = typeof kept === 'string' && (await open(kept));
    setStale(!right);
    if (!right) await forget();
  };
  return { has: known !== null && known === caseId, stale, use, forget };
}
