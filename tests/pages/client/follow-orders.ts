/** Obeys what a test tells the open page to do. */
export function followOrders<Order>(obey: (order: Order) => void): void {
  new EventSource('/page-orders').addEventListener('message', ({ data }) => obey(JSON.parse(data)));
}
