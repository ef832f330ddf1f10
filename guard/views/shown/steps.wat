;; Steps over whole values of JSON, sixteen bytes at a time. Whatever is not plain at a glance is left to the readers in TypeScript: a function answers
;; 0 then, and says nothing about why. Behind the bytes of a window stand at least 32 that are zero: no text, number or value goes on past them.
;; From it comes steps.generated.ts: node --import tsx scripts/generate-steps.mjs
(module
  ;; Hashes, names and what is gathered (a page); tables of members (two); six windows of a megabyte with 64 bytes behind each.
  (memory (export "memory") 100)

  ;; Hashes of the keys of all objects that are open, 4 bytes each; where they begin and end.
  (global $hashes i32 (i32.const 0))
  (global $hashesEnd i32 (i32.const 16384))
  (global $top (mut i32) (i32.const 0))
  ;; What is gathered ends there.
  (global $gatheredEnd i32 (i32.const 65536))
  ;; Where members are noted, five numbers each; where that ends, and whether a key was written with an escape.
  (global $table (mut i32) (i32.const 0))
  (global $tableEnd (mut i32) (i32.const 0))
  (global $noted (mut i32) (i32.const 0))
  (global $base (mut i32) (i32.const 0))
  (global $escapes (export "escapes") (mut i32) (i32.const 0))

  ;; The next byte that is no blank.
  (func $afterBlanks (param $at i32) (result i32)
    (local $byte i32)
    (loop $next
      (local.set $byte (i32.load8_u (local.get $at)))
      (if (i32.or
            (i32.or (i32.eq (local.get $byte) (i32.const 0x20)) (i32.eq (local.get $byte) (i32.const 0x0a)))
            (i32.or (i32.eq (local.get $byte) (i32.const 0x0d)) (i32.eq (local.get $byte) (i32.const 0x09))))
        (then
          (local.set $at (i32.add (local.get $at) (i32.const 1)))
          (br $next))))
    (local.get $at))

  ;; The first byte from here on that ends a text, or does not mean itself in one.
  (func $afterPlain (param $at i32) (result i32)
    (local $bytes v128)
    (local $found i32)
    (loop $next
      (local.set $bytes (v128.load (local.get $at)))
      (local.set $found
        (i8x16.bitmask
          (v128.or
            (v128.or
              (i8x16.eq (local.get $bytes) (i8x16.splat (i32.const 0x22)))
              (i8x16.eq (local.get $bytes) (i8x16.splat (i32.const 0x5c))))
            (i8x16.lt_u (local.get $bytes) (i8x16.splat (i32.const 0x20))))))
      (if (i32.eqz (local.get $found))
        (then
          (local.set $at (i32.add (local.get $at) (i32.const 16)))
          (br $next))))
    (i32.add (local.get $at) (i32.ctz (local.get $found))))

  (func $isHex (param $byte i32) (result i32)
    (i32.or
      (i32.lt_u (i32.sub (local.get $byte) (i32.const 0x30)) (i32.const 10))
      (i32.lt_u (i32.sub (i32.or (local.get $byte) (i32.const 0x20)) (i32.const 0x61)) (i32.const 6))))

  ;; Behind the text that opens here.
  (func $text (param $at i32) (result i32)
    (local $byte i32)
    (local.set $at (i32.add (local.get $at) (i32.const 1)))
    (loop $next
      (local.set $at (call $afterPlain (local.get $at)))
      (local.set $byte (i32.load8_u (local.get $at)))
      (if (i32.eq (local.get $byte) (i32.const 0x22)) (then (return (i32.add (local.get $at) (i32.const 1)))))
      (if (i32.ne (local.get $byte) (i32.const 0x5c)) (then (return (i32.const 0))))
      (local.set $byte (i32.load8_u offset=1 (local.get $at)))
      (if (i32.eq (local.get $byte) (i32.const 0x75))
        (then
          (if (i32.eqz
                (i32.and
                  (i32.and (call $isHex (i32.load8_u offset=2 (local.get $at))) (call $isHex (i32.load8_u offset=3 (local.get $at))))
                  (i32.and (call $isHex (i32.load8_u offset=4 (local.get $at))) (call $isHex (i32.load8_u offset=5 (local.get $at))))))
            (then (return (i32.const 0))))
          (local.set $at (i32.add (local.get $at) (i32.const 6)))
          (br $next)))
      ;; " \ / b f n r t
      (if (i32.eqz
            (i32.or
              (i32.or
                (i32.or (i32.eq (local.get $byte) (i32.const 0x22)) (i32.eq (local.get $byte) (i32.const 0x5c)))
                (i32.or (i32.eq (local.get $byte) (i32.const 0x2f)) (i32.eq (local.get $byte) (i32.const 0x62))))
              (i32.or
                (i32.or (i32.eq (local.get $byte) (i32.const 0x66)) (i32.eq (local.get $byte) (i32.const 0x6e)))
                (i32.or (i32.eq (local.get $byte) (i32.const 0x72)) (i32.eq (local.get $byte) (i32.const 0x74))))))
        (then (return (i32.const 0))))
      (local.set $at (i32.add (local.get $at) (i32.const 2)))
      (br $next))
    (unreachable))

  ;; Behind the digits that stand here.
  (func $digits (param $at i32) (result i32)
    (loop $next
      (if (i32.lt_u (i32.sub (i32.load8_u (local.get $at)) (i32.const 0x30)) (i32.const 10))
        (then
          (local.set $at (i32.add (local.get $at) (i32.const 1)))
          (br $next))))
    (local.get $at))

  ;; Behind the number, true, false or null that stands here. What has an exponent is left to others, and what has many digits.
  (func $scalar (param $at i32) (result i32)
    (local $byte i32)
    (local $to i32)
    (local.set $byte (i32.load8_u (local.get $at)))
    (if (i32.eq (i32.load (local.get $at)) (i32.const 0x65757274)) (then (return (i32.add (local.get $at) (i32.const 4)))))
    (if (i32.eq (i32.load (local.get $at)) (i32.const 0x6c6c756e)) (then (return (i32.add (local.get $at) (i32.const 4)))))
    (if (i32.eq (local.get $byte) (i32.const 0x66))
      (then
        (if (i32.eq (i32.load offset=1 (local.get $at)) (i32.const 0x65736c61))
          (then (return (i32.add (local.get $at) (i32.const 5)))))
        (return (i32.const 0))))
    (local.set $to (call $digits (local.get $at)))
    (if (i32.eqz (i32.sub (local.get $to) (local.get $at))) (then (return (i32.const 0))))
    ;; A zero is alone before the point.
    (if (i32.and
          (i32.eq (local.get $byte) (i32.const 0x30))
          (i32.gt_u (i32.sub (local.get $to) (local.get $at)) (i32.const 1)))
      (then (return (i32.const 0))))
    (if (i32.eq (i32.load8_u (local.get $to)) (i32.const 0x2e))
      (then
        (local.set $byte (i32.add (local.get $to) (i32.const 1)))
        (local.set $to (call $digits (local.get $byte)))
        (if (i32.eq (local.get $to) (local.get $byte)) (then (return (i32.const 0))))))
    (select
      (local.get $to)
      (i32.const 0)
      (i32.lt_u (i32.sub (local.get $to) (local.get $at)) (i32.const 40))))

  ;; Behind the value that begins here, which is checked, every byte of it, with every key once in its object.
  (func $value (param $at i32) (param $depth i32) (result i32)
    (local $byte i32)
    (local $found i32)
    (local $bytes v128)
    (local.set $byte (i32.load8_u (local.get $at)))
    ;; Most texts are short: the first step of $text, without a call.
    (if (i32.eq (local.get $byte) (i32.const 0x22))
      (then
        (local.set $bytes (v128.load offset=1 (local.get $at)))
        (local.set $found
          (i8x16.bitmask
            (v128.or
              (v128.or
                (i8x16.eq (local.get $bytes) (i8x16.splat (i32.const 0x22)))
                (i8x16.eq (local.get $bytes) (i8x16.splat (i32.const 0x5c))))
              (i8x16.lt_u (local.get $bytes) (i8x16.splat (i32.const 0x20))))))
        (if (local.get $found)
          (then
            (local.set $found (i32.add (local.get $at) (i32.ctz (local.get $found))))
            (if (i32.eq (i32.load8_u offset=1 (local.get $found)) (i32.const 0x22))
              (then (return (i32.add (local.get $found) (i32.const 2)))))))
        (return (call $text (local.get $at)))))
    (if (i32.eq (local.get $byte) (i32.const 0x7b)) (then (return (call $object (local.get $at) (local.get $depth)))))
    (if (i32.eq (local.get $byte) (i32.const 0x5b)) (then (return (call $list (local.get $at) (local.get $depth)))))
    (call $scalar (local.get $at)))

  (func $list (param $at i32) (param $depth i32) (result i32)
    (local $byte i32)
    (if (i32.eqz (local.get $depth)) (then (return (i32.const 0))))
    (local.set $at (i32.add (local.get $at) (i32.const 1)))
    (if (i32.le_u (i32.load8_u (local.get $at)) (i32.const 0x20)) (then (local.set $at (call $afterBlanks (local.get $at)))))
    (if (i32.eq (i32.load8_u (local.get $at)) (i32.const 0x5d)) (then (return (i32.add (local.get $at) (i32.const 1)))))
    (loop $next
      (local.set $at (call $value (local.get $at) (i32.sub (local.get $depth) (i32.const 1))))
      (if (i32.eqz (local.get $at)) (then (return (i32.const 0))))
      (if (i32.le_u (i32.load8_u (local.get $at)) (i32.const 0x20)) (then (local.set $at (call $afterBlanks (local.get $at)))))
      (local.set $byte (i32.load8_u (local.get $at)))
      (local.set $at (i32.add (local.get $at) (i32.const 1)))
      (if (i32.eq (local.get $byte) (i32.const 0x2c))
        (then
          (if (i32.le_u (i32.load8_u (local.get $at)) (i32.const 0x20)) (then (local.set $at (call $afterBlanks (local.get $at)))))
          (br $next))))
    (select (local.get $at) (i32.const 0) (i32.eq (local.get $byte) (i32.const 0x5d))))

  ;; A number for a key: the same for the same, and mostly another for another.
  (func $hash (param $from i32) (param $to i32) (result i32)
    (local $length i64)
    (local $mixed i64)
    (local.set $length (i64.extend_i32_u (i32.sub (local.get $to) (local.get $from))))
    (local.set $mixed (i64.load (local.get $from)))
    (if (i64.lt_u (local.get $length) (i64.const 8))
      (then
        (local.set $mixed
          (i64.and (local.get $mixed) (i64.sub (i64.shl (i64.const 1) (i64.shl (local.get $length) (i64.const 3))) (i64.const 1)))))
      (else
        (local.set $mixed
          (i64.add
            (i64.mul (local.get $mixed) (i64.const 0x9E3779B97F4A7C15))
            (i64.load (i32.sub (local.get $to) (i32.const 8)))))))
    (local.set $mixed (i64.mul (i64.xor (local.get $mixed) (local.get $length)) (i64.const 0xD6E8FEB86659FD93)))
    (i32.wrap_i64 (i64.shr_u (local.get $mixed) (i64.const 32))))

  ;; Whether a hash is among those from here to the top.
  (func $isAmong (param $hash i32) (param $at i32) (result i32)
    (loop $next
      (if (i32.lt_u (local.get $at) (global.get $top))
        (then
          (if (i32.eq (i32.load (local.get $at)) (local.get $hash)) (then (return (i32.const 1))))
          (local.set $at (i32.add (local.get $at) (i32.const 4)))
          (br $next))))
    (i32.const 0))

  (func $object (param $at i32) (param $depth i32) (result i32)
    (local $byte i32)
    (local $key i32)
    (local $hash i32)
    (local $bit i64)
    (local $seen i64)
    (local $first i32)
    (if (i32.eqz (local.get $depth)) (then (return (i32.const 0))))
    (local.set $first (global.get $top))
    (local.set $at (i32.add (local.get $at) (i32.const 1)))
    (if (i32.le_u (i32.load8_u (local.get $at)) (i32.const 0x20)) (then (local.set $at (call $afterBlanks (local.get $at)))))
    (if (i32.eq (i32.load8_u (local.get $at)) (i32.const 0x7d)) (then (return (i32.add (local.get $at) (i32.const 1)))))
    (loop $next
      (if (i32.ne (i32.load8_u (local.get $at)) (i32.const 0x22)) (then (return (i32.const 0))))
      (local.set $key (i32.add (local.get $at) (i32.const 1)))
      (local.set $at (call $afterPlain (local.get $key)))
      (if (i32.ne (i32.load8_u (local.get $at)) (i32.const 0x22)) (then (return (i32.const 0))))
      ;; Most keys differ in these six bits already.
      (local.set $hash (call $hash (local.get $key) (local.get $at)))
      (local.set $bit (i64.shl (i64.const 1) (i64.extend_i32_u (local.get $hash))))
      (if (i64.ne (i64.and (local.get $seen) (local.get $bit)) (i64.const 0))
        (then (if (call $isAmong (local.get $hash) (local.get $first)) (then (return (i32.const 0))))))
      (local.set $seen (i64.or (local.get $seen) (local.get $bit)))
      (if (i32.eq (global.get $top) (global.get $hashesEnd)) (then (return (i32.const 0))))
      (i32.store (global.get $top) (local.get $hash))
      (global.set $top (i32.add (global.get $top) (i32.const 4)))
      (local.set $at (i32.add (local.get $at) (i32.const 1)))
      (if (i32.le_u (i32.load8_u (local.get $at)) (i32.const 0x20)) (then (local.set $at (call $afterBlanks (local.get $at)))))
      (if (i32.ne (i32.load8_u (local.get $at)) (i32.const 0x3a)) (then (return (i32.const 0))))
      (local.set $at (i32.add (local.get $at) (i32.const 1)))
      (if (i32.le_u (i32.load8_u (local.get $at)) (i32.const 0x20)) (then (local.set $at (call $afterBlanks (local.get $at)))))
      (local.set $at (call $value (local.get $at) (i32.sub (local.get $depth) (i32.const 1))))
      (if (i32.eqz (local.get $at)) (then (return (i32.const 0))))
      (if (i32.le_u (i32.load8_u (local.get $at)) (i32.const 0x20)) (then (local.set $at (call $afterBlanks (local.get $at)))))
      (local.set $byte (i32.load8_u (local.get $at)))
      (local.set $at (i32.add (local.get $at) (i32.const 1)))
      (if (i32.eq (local.get $byte) (i32.const 0x2c))
        (then
          (if (i32.le_u (i32.load8_u (local.get $at)) (i32.const 0x20)) (then (local.set $at (call $afterBlanks (local.get $at)))))
          (br $next))))
    (global.set $top (local.get $first))
    (select (local.get $at) (i32.const 0) (i32.eq (local.get $byte) (i32.const 0x7d))))

  ;; Checks the value that begins here. Behind it, or 0: it is for others to say.
  (func (export "checked") (param $at i32) (result i32)
    (global.set $top (global.get $hashes))
    (call $value (local.get $at) (i32.const 200)))

  ;; Behind a value that is known to be well formed.
  (func $afterValue (param $at i32) (result i32)
    (local $byte i32)
    (local $depth i32)
    (local $bytes v128)
    (local $found i32)
    (local.set $byte (i32.load8_u (local.get $at)))
    (if (i32.eq (local.get $byte) (i32.const 0x22)) (then (return (call $afterText (local.get $at)))))
    (if (i32.ne (i32.or (local.get $byte) (i32.const 0x20)) (i32.const 0x7b)) (then (return (call $afterScalar (local.get $at)))))
    (loop $next
      ;; Quotes and brackets: { and [ differ in one bit, } and ] in the same.
      (local.set $bytes (v128.load (local.get $at)))
      (local.set $found
        (i8x16.bitmask
          (v128.or
            (i8x16.eq (local.get $bytes) (i8x16.splat (i32.const 0x22)))
            (i8x16.eq
              (v128.and (local.get $bytes) (i8x16.splat (i32.const 0xd9)))
              (i8x16.splat (i32.const 0x59))))))
      (if (i32.eqz (local.get $found))
        (then
          (local.set $at (i32.add (local.get $at) (i32.const 16)))
          (br $next)))
      (local.set $at (i32.add (local.get $at) (i32.ctz (local.get $found))))
      (local.set $byte (i32.load8_u (local.get $at)))
      (if (i32.eq (local.get $byte) (i32.const 0x22))
        (then
          (local.set $at (call $afterText (local.get $at)))
          (br $next)))
      (local.set $at (i32.add (local.get $at) (i32.const 1)))
      (local.set $byte (i32.or (local.get $byte) (i32.const 0x20)))
      (if (i32.eq (local.get $byte) (i32.const 0x7b)) (then (local.set $depth (i32.add (local.get $depth) (i32.const 1)))))
      (if (i32.eq (local.get $byte) (i32.const 0x7d))
        (then
          (local.set $depth (i32.sub (local.get $depth) (i32.const 1)))
          (if (i32.eqz (local.get $depth)) (then (return (local.get $at))))))
      (br $next))
    (unreachable))

  (func $afterText (param $at i32) (result i32)
    (local.set $at (i32.add (local.get $at) (i32.const 1)))
    (loop $next
      (local.set $at (call $afterPlain (local.get $at)))
      (if (i32.ne (i32.load8_u (local.get $at)) (i32.const 0x22))
        (then
          (local.set $at (i32.add (local.get $at) (i32.const 2)))
          (br $next))))
    (i32.add (local.get $at) (i32.const 1)))

  ;; A comma, a closing bracket or a blank ends it.
  (func $afterScalar (param $at i32) (result i32)
    (local $byte i32)
    (loop $next
      (local.set $byte (i32.load8_u (local.get $at)))
      (if (i32.and
            (i32.and (i32.gt_u (local.get $byte) (i32.const 0x20)) (i32.ne (local.get $byte) (i32.const 0x2c)))
            (i32.ne (i32.or (local.get $byte) (i32.const 0x20)) (i32.const 0x7d)))
        (then
          (local.set $at (i32.add (local.get $at) (i32.const 1)))
          (br $next))))
    (local.get $at))

  ;; Notes where the members of a well-formed object stand, and those of objects in it, so many levels deep. Behind it, or 0: there are too many.
  (func $members (param $at i32) (param $levels i32) (result i32)
    (local $key i32)
    (local $member i32)
    (local.set $at (i32.add (local.get $at) (i32.const 1)))
    (if (i32.le_u (i32.load8_u (local.get $at)) (i32.const 0x20)) (then (local.set $at (call $afterBlanks (local.get $at)))))
    (if (i32.eq (i32.load8_u (local.get $at)) (i32.const 0x7d)) (then (return (i32.add (local.get $at) (i32.const 1)))))
    (loop $next
      (local.set $member (global.get $noted))
      (if (i32.gt_u (i32.add (local.get $member) (i32.const 20)) (global.get $tableEnd)) (then (return (i32.const 0))))
      (global.set $noted (i32.add (local.get $member) (i32.const 20)))
      (local.set $at (i32.add (local.get $at) (i32.const 1)))
      (local.set $key (local.get $at))
      (loop $more
        (local.set $at (call $afterPlain (local.get $at)))
        (if (i32.ne (i32.load8_u (local.get $at)) (i32.const 0x22))
          (then
            (global.set $escapes (i32.const 1))
            (local.set $at (i32.add (local.get $at) (i32.const 2)))
            (br $more))))
      (i32.store (local.get $member) (i32.sub (local.get $key) (global.get $base)))
      (i32.store offset=4 (local.get $member) (i32.sub (local.get $at) (global.get $base)))
      (local.set $at (i32.add (local.get $at) (i32.const 1)))
      (if (i32.le_u (i32.load8_u (local.get $at)) (i32.const 0x20)) (then (local.set $at (call $afterBlanks (local.get $at)))))
      (local.set $at (i32.add (local.get $at) (i32.const 1)))
      (if (i32.le_u (i32.load8_u (local.get $at)) (i32.const 0x20)) (then (local.set $at (call $afterBlanks (local.get $at)))))
      (i32.store offset=8 (local.get $member) (i32.sub (local.get $at) (global.get $base)))
      (if (i32.and (i32.eq (i32.load8_u (local.get $at)) (i32.const 0x7b)) (i32.gt_u (local.get $levels) (i32.const 1)))
        (then (local.set $at (call $members (local.get $at) (i32.sub (local.get $levels) (i32.const 1)))))
        (else (local.set $at (call $afterValue (local.get $at)))))
      (if (i32.eqz (local.get $at)) (then (return (i32.const 0))))
      (i32.store offset=12 (local.get $member) (i32.sub (local.get $at) (global.get $base)))
      (i32.store offset=16 (local.get $member) (i32.shr_u (i32.sub (global.get $noted) (global.get $table)) (i32.const 2)))
      (if (i32.le_u (i32.load8_u (local.get $at)) (i32.const 0x20)) (then (local.set $at (call $afterBlanks (local.get $at)))))
      (if (i32.eq (i32.load8_u (local.get $at)) (i32.const 0x2c))
        (then
          (local.set $at (i32.add (local.get $at) (i32.const 1)))
          (if (i32.le_u (i32.load8_u (local.get $at)) (i32.const 0x20)) (then (local.set $at (call $afterBlanks (local.get $at)))))
          (br $next))))
    (i32.add (local.get $at) (i32.const 1)))

  ;; Notes the members of the object that opens here, in bytes that begin at `base`. How many numbers that are, or -1: too many.
  (func (export "note")
    (param $at i32) (param $base i32) (param $levels i32) (param $table i32) (param $tableEnd i32) (result i32)
    (global.set $table (local.get $table))
    (global.set $tableEnd (local.get $tableEnd))
    (global.set $noted (local.get $table))
    (global.set $base (local.get $base))
    (global.set $escapes (i32.const 0))
    (if (i32.eqz (call $members (local.get $at) (local.get $levels))) (then (return (i32.const -1))))
    (i32.shr_u (i32.sub (global.get $noted) (global.get $table)) (i32.const 2)))

  ;; Whether so many bytes are the same. Up to seven behind them may be read.
  (func $isSame (param $one i32) (param $other i32) (param $length i32) (result i32)
    (loop $next
      (if (i32.ge_u (local.get $length) (i32.const 8))
        (then
          (if (i64.ne (i64.load (local.get $one)) (i64.load (local.get $other))) (then (return (i32.const 0))))
          (local.set $one (i32.add (local.get $one) (i32.const 8)))
          (local.set $other (i32.add (local.get $other) (i32.const 8)))
          (local.set $length (i32.sub (local.get $length) (i32.const 8)))
          (br $next))))
    (i64.eqz
      (i64.and
        (i64.xor (i64.load (local.get $one)) (i64.load (local.get $other)))
        (i64.sub (i64.shl (i64.const 1) (i64.extend_i32_u (i32.shl (local.get $length) (i32.const 3)))) (i64.const 1)))))

  ;; Copies what stands under each of some names among the members from `first` to `end` in a table, a line break behind each. A name is its length in
  ;; two bytes, then itself. Where that has ended, or 0: it is too much.
  (func (export "gather")
    (param $table i32) (param $base i32) (param $first i32) (param $end i32) (param $names i32) (param $count i32) (param $out i32)
    (result i32)
    (local $length i32)
    (local $member i32)
    (local $from i32)
    (loop $each
      (if (local.get $count)
        (then
          (local.set $length (i32.load16_u (local.get $names)))
          (local.set $names (i32.add (local.get $names) (i32.const 2)))
          (local.set $member (local.get $first))
          (loop $next
            (if (i32.lt_u (local.get $member) (local.get $end))
              (then
                (local.set $from (i32.load (local.get $member)))
                (if (i32.and
                      (i32.eq (i32.sub (i32.load offset=4 (local.get $member)) (local.get $from)) (local.get $length))
                      (call $isSame (i32.add (local.get $base) (local.get $from)) (local.get $names) (local.get $length)))
                  (then
                    (local.set $from (i32.load offset=8 (local.get $member)))
                    (local.set $member (i32.sub (i32.load offset=12 (local.get $member)) (local.get $from)))
                    (if (i32.ge_u (i32.add (local.get $out) (local.get $member)) (global.get $gatheredEnd))
                      (then (return (i32.const 0))))
                    (memory.copy (local.get $out) (i32.add (local.get $base) (local.get $from)) (local.get $member))
                    (local.set $out (i32.add (local.get $out) (local.get $member))))
                  (else
                    (local.set $member
                      (i32.add (local.get $table) (i32.shl (i32.load offset=16 (local.get $member)) (i32.const 2))))
                    (br $next))))))
          (if (i32.ge_u (local.get $out) (global.get $gatheredEnd)) (then (return (i32.const 0))))
          (i32.store8 (local.get $out) (i32.const 0x0a))
          (local.set $out (i32.add (local.get $out) (i32.const 1)))
          (local.set $names (i32.add (local.get $names) (local.get $length)))
          (local.set $count (i32.sub (local.get $count) (i32.const 1)))
          (br $each))))
    (local.get $out))
)
