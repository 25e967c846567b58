-- KEYS: job, queue
-- ARGV: place in the queue, group, consumer, attempt
if field('attempts') ~= ARGV[4] or field('status') ~= 'running' then
  return 'lost'
end

redis.call('XCLAIM', KEYS[2], ARGV[2], ARGV[3], 0, ARGV[1], 'JUSTID')
return field('canceled') and 'canceled' or 'held'
