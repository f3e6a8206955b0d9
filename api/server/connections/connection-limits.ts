import type { Server } from 'node:http';
import { BlockList, isIPv6 } from 'node:net';
import type { Socket } from 'node:net';
import { networkOf } from '../../identity/network-of.ts';

export interface ConnectionLimits {
  /** Open connections in all. */
  readonly most: number;
  /** Open connections of one address. */
  readonly perAddress: number;
  /** Proxies bring the connections of many, and see to their number themselves. */
  readonly proxies: readonly string[];
  readonly onRefused: () => void;
}

/** Nobody shall hold so many connections that others get none: what is too many is closed before anything is read from it. */
export function limitConnections(server: Server, limits: ConnectionLimits): void {
  const { most, perAddress, proxies, onRefused } = limits;
  const isProxy = among(proxies);
  const open = new Map<string, number>();
  server.maxConnections = most;
  server.on('drop', onRefused);
  server.on('connection', (socket: Socket) => {
    const address = socket.remoteAddress;
    if (address === undefined || isProxy(address)) return;
    const network = networkOf(address);
    const count = open.get(network) ?? 0;
    if (count >= perAddress) {
      onRefused();
      socket.destroy();
      return;
    }
    open.set(network, count + 1);
    socket.once('close', () => {
      const left = (open.get(network) ?? 1) - 1;
      if (left > 0) open.set(network, left);
      else open.delete(network);
    });
  });
}

function among(proxies: readonly string[]): (address: string) => boolean {
  const list = new BlockList();
  for (const proxy of proxies) {
    const [address = '', bits] = proxy.split('/');
    const family = isIPv6(address) ? 'ipv6' : 'ipv4';
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return (address) => list.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}
