"""Where answers stay and when they go: shared computers, this device, tabs, history, other forms, in-app browsers."""
from applicant import Applicant
from scene import VERSION, messages, shown, storage
from screens import look

AGENTS = {"微信": "MicroMessenger/8.0.60", "QQ": "QQ/9.1.5.0", "微博": "Weibo (iPhone14,5__weibo__15.1.0)",
          "支付宝": "AlipayClient/10.7.0", "钉钉": "DingTalk/8.0.0"}
EMPTY = [None, None]
LEFT = "十分钟没有操作"
MINUTE, DAY = 60_000, 86_400_000


def value(visitor, key):
    return visitor.question(key).locator("input").first.input_value()


def is_empty(visitor):
    return visitor.page.evaluate(
        "[...document.querySelectorAll('#answers .question[data-key] input')].every(e => e.type == 'text' ? !e.value : !e.checked)"
        " && !/[0-9A-Z]{6}|有限公司/.test(document.querySelector('#review-list').textContent)")


def shared(scene):
    """On a shared computer ten idle minutes clear everything: with the page open, asleep, hidden, or closed and reopened."""
    record = scene.record("pickup")
    for name, sleep in (("idle", lambda clock: clock.run_for(10.5 * MINUTE)), ("asleep", lambda clock: clock.fast_forward(11 * MINUTE))):
        visitor = scene.visit("pickup", record, "#review", device="shared", before=lambda page: page.clock.install())
        visitor.page.clock.run_for(9 * MINUTE)
        scene.check(visitor.screen == "review" and storage(visitor)[0] is not None, f"{name}: nine minutes are not ten")
        visitor.page.keyboard.press("Shift")
        visitor.page.clock.run_for(5 * MINUTE)
        scene.check(visitor.screen == "review", f"{name}: whoever touches a key is there")
        sleep(visitor.page.clock)
        visitor.page.wait_for_selector("#start:not([hidden])")
        scene.check(LEFT in messages(visitor), f"{name}: it is told: {messages(visitor)}")
        scene.check(storage(visitor) == EMPTY and is_empty(visitor), f"{name}: nothing is left")
        scene.check(not visitor.page.is_checked("#device input[value=shared]"), f"{name}: the next one is asked again")
        visitor.page.context.close()
    visitor = scene.visit("pickup", record, "#review", device="shared", before=lambda page: page.clock.install())
    visitor.page.clock.set_system_time("2020-01-01T00:00:00")
    visitor.page.clock.run_for(10.5 * MINUTE)
    scene.check(LEFT in messages(visitor) and storage(visitor) == EMPTY, "a clock that is put back does not stop it")
    visitor.page.context.close()
    visitor = scene.visit("pickup", context=scene.context())
    scene.remember(visitor.page, record, "shared", age=11 * MINUTE)
    visitor.page.goto(visitor.address + "#review")
    visitor.page.wait_for_selector("html.live[data-at]")
    scene.check(LEFT in messages(visitor) and visitor.screen == "start" and is_empty(visitor) and storage(visitor) == EMPTY, "a tab that is opened again later is empty")
    visitor.page.context.close()


def device(scene):
    """What is kept on the device is there in another tab later, and gone after seven days."""
    visitor = scene.visit("pickup")
    visitor.page.check("#device input[value=shared]")
    scene.check(not shown(visitor, "#keep"), "a shared computer keeps nothing")
    visitor.page.check("#device input[value=own]")
    visitor.start()
    visitor.type("orgName", "鞍山示例建筑工程有限公司")
    scene.check(storage(visitor)[1] is None, "nothing is kept that nobody asked for")
    visitor.page.go_back()
    visitor.page.check("#keep")
    visitor.page.context.storage_state(path=(path := scene.site / "../kept.json"))
    visitor.page.uncheck("#keep")
    scene.check(storage(visitor)[1] is None and storage(visitor)[0] is not None, "who no longer wants that loses nothing in this tab")
    visitor.page.context.close()
    for days, at, is_there in ((0, "", True), (6.9, "", True), (7.1, "", False), (-400, "", True)):
        context = scene.context(storage_state=path)
        again = scene.visit("pickup", at=at, context=context,
                            before=lambda page: page.clock.install(time=page.evaluate("Date.now()") / 1000 + days * DAY / 1000))
        scene.check((value(again, "orgName") != "") == is_there, f"after {days} days: {value(again, 'orgName')}")
        scene.check((storage(again)[1] is not None) == is_there, f"after {days} days: {storage(again)}")
        if is_there:
            scene.check(shown(again, "#carried") and again.page.is_checked("#keep"), f"after {days} days: the page says so")
            until = storage(again)[1]["until"] - again.page.evaluate("Date.now()")
            scene.check(until <= 7 * DAY, f"after {days} days: kept for {until / DAY} days")
        context.close()
    path.unlink()


def clearing(scene):
    """清空 asks first; then all is gone, wherever one was."""
    record = scene.record("pickup")
    for at in ("#s2", "#review", "#result"):
        visitor = scene.visit("pickup", record, at.replace("result", "review"))
        page = visitor.page
        page.evaluate("sessionStorage.other = 'of another page'")
        if at == "#result":
            page.click("#make")
            page.wait_for_selector("#result:not([hidden])")
        elif at == "#review":
            page.click("#unmask")
            scene.check(record["agentMobile"] in page.inner_text("#review-list"), "the whole of an answer is shown on demand")
        page.click("#clear")
        focused = "document.activeElement.id"
        scene.check(shown(visitor, "#clear-confirm") and page.evaluate(focused) == "clear-no", f"{at}: one is asked")
        page.click("#clear-no")
        scene.check(not shown(visitor, "#clear-confirm") and page.evaluate(focused) == "clear"
                    and storage(visitor)[0], f"{at}: and may say no")
        page.click("#clear")
        page.click("#clear-yes")
        page.wait_for_selector("#start:not([hidden])")
        scene.check(messages(visitor).startswith("已清空。") and page.evaluate(focused) == "start-title", f"{at}: the focus is on the start")
        left = page.evaluate("[{...sessionStorage}, {...localStorage}]")
        scene.check(left == [{"other": "of another page"}, {}] and is_empty(visitor), f"{at}: what is left: {left}")
        text = page.evaluate("document.body.textContent + [...document.querySelectorAll('a')].map(a => a.href).join()")
        scene.check(not any(answer in text for answer in record.values() if len(answer) > 8) and "blob:" not in text,
                    f"{at}: nothing of it is in the page")
        page.go_back()
        page.wait_for_timeout(100)
        scene.check(is_empty(visitor) and visitor.screen != "result", f"{at}: nor behind back")
        page.context.close()


def history(scene):
    """Back, forward and reload lose nothing; a PDF of older answers is not offered."""
    record = scene.record("pickup")
    visitor = scene.visit("pickup")
    page = visitor.page
    visitor.start("own")
    visitor.fill(record)
    order = []
    for _ in range(4):
        order.append(visitor.screen)
        page.go_back()
        page.wait_for_timeout(50)
    order.append(visitor.screen)
    scene.check(order == ["review", "s3", "s2", "s1", "start"], f"back goes screen by screen: {order}")
    for _ in range(2):
        page.go_forward()
        page.wait_for_timeout(50)
    scene.check(visitor.screen == "s2" and value(visitor, "agentMobile") == record["agentMobile"], "forward too, with all answers")
    visitor.type("agentMobile", "13800000002")
    page.reload()
    page.wait_for_selector("html.live[data-at]")
    scene.check(visitor.screen == "s2" and value(visitor, "agentMobile") == "13800000002", "reload stays where one is")
    page.evaluate("document.querySelector('.skip').click()")
    page.evaluate("document.querySelector('.footer-links a[href=\"#top\"]').click()")
    page.wait_for_timeout(100)
    scene.check(visitor.screen == "s2", f"links within the page lead to no other screen: {visitor.screen}")
    page.goto(visitor.address + "#review")
    page.wait_for_selector("#review:not([hidden])")
    page.click("#make")
    page.wait_for_selector("#result:not([hidden])")
    page.go_back()
    page.wait_for_selector("#review:not([hidden])")
    page.go_forward()
    page.wait_for_timeout(100)
    scene.check(visitor.screen == "result" and page.get_attribute("#download", "href"), "the result is there as long as it is true")
    page.go_back()
    page.click("#review-list .review-change button >> nth=6")
    visitor.type("pickupPoint", "二楼")
    scene.check(page.inner_text("#next") == "回到核对", "who came from the list goes back to it")
    page.click("#next")
    page.wait_for_selector("#review:not([hidden])")
    scene.check("二楼" in page.inner_text("#review-list"), "with the change")
    page.evaluate("location.hash = 'result'")
    page.wait_for_timeout(100)
    scene.check(visitor.screen == "review" and not page.get_attribute("#download", "href"), "a PDF of older answers is gone")
    page.context.close()
    killed = scene.visit("pickup", record, "#s2")
    left = killed.page.evaluate("Object.entries(sessionStorage)")
    again = killed.page.context.new_page()
    again.goto(scene.host + "assets/icon.svg")
    again.evaluate("left => left.forEach(([key, value]) => sessionStorage.setItem(key, value))", left)
    killed.page.close()
    again.goto(killed.address + "#s2")
    again.wait_for_selector("html.live[data-at=step]")  # the list, without screens, shows #s2 too
    scene.check(again.input_value("#q-agentMobile") == record["agentMobile"], "a tab that was killed comes back with its answers")
    # Playwright switches the cache of whole pages off: what a page does when it comes out of it is asked for by its event.
    changed = {**record, "agentMobile": "13800000009"}
    again.evaluate("""([key, answers]) => {
        sessionStorage.setItem(key, JSON.stringify({answers, device: "own", seen: Date.now()}));
        dispatchEvent(new PageTransitionEvent("pageshow", {persisted: true}));
    }""", [scene.key, changed])
    again.wait_for_timeout(100)
    scene.check(again.input_value("#q-agentMobile") == "13800000009", "a page out of the cache takes what another one changed")
    again.context.close()


def tabs(scene):
    """Two tabs of one device: neither loses what stands in it, and each is told what the other does."""
    record = scene.record("pickup")
    one = scene.visit("pickup", record, "")
    two = scene.visit("pickup", {**record, "pickupPoint": "西门"}, "#s1", context=one.page.context)
    one.page.check("#keep")
    two.type("pickupPoint", "东门")
    scene.check(storage(one)[1] is not None, "a tab that keeps nothing takes away nothing")
    two.page.reload()
    two.page.wait_for_selector("html.live[data-at]")
    one.page.click("#begin")
    one.type("pickupPoint", "北门")
    two.page.wait_for_selector("#messages [data-subject=tabs]")
    scene.check("另一个标签页" in messages(two) and storage(two)[0]["answers"]["pickupPoint"] == "东门", f"told, and kept: {messages(two)}")
    two.page.click("#messages button:text-is('换成那边的')")
    two.page.wait_for_timeout(100)
    scene.check(value(two, "pickupPoint") == "北门" and not messages(two), "one may take the other's answers")
    one.page.click("#clear")
    one.page.click("#clear-yes")
    two.page.wait_for_selector("#messages [data-subject=tabs]")
    scene.check("已把记在这台设备上的答案删去" in messages(two) and value(two, "pickupPoint") == "北门", f"told of clearing: {messages(two)}")
    two.page.evaluate("location.hash = '#s1'")
    two.type("pickupPoint", "南门")
    scene.check(storage(two)[1] is None, "what was cleared does not come back by itself")
    one.page.context.close()


def forms(scene):
    """What one form was told, the others know, and say so."""
    application, pickup = scene.record("ca-application"), scene.record("pickup")
    visitor = scene.visit("ca-application")
    page = visitor.page
    visitor.start("own")
    page.evaluate("location.hash = '#s2'")
    for key in ("orgName", "uscc"):
        visitor.type(key, application[key])
    page.evaluate("location.hash = '#s4'")
    for key in ("agentName", "agentMobile"):
        visitor.type(key, application[key])
    for form in ("pickup", "seal-sample"):
        page.goto(f"{scene.host}{VERSION}/forms/{form}/")
        page.wait_for_selector("html.live[data-at]")
        other = Applicant(page, scene.host, VERSION, form)
        scene.check(shown(other, "#carried") and page.inner_text("#begin") == "接着填写", f"{form}: it is told")
        known = {key: value(other, key) for key in ("orgName", "uscc", "agentName", "agentMobile")}
        scene.check(known == {key: application[key] for key in known}, f"{form} knows {known}")
    page.check("#device input[value=own]")
    page.goto(f"{scene.host}{VERSION}/apply/")
    page.click("summary:text-is('表里要填什么') >> nth=0")
    page.click("details[open] .form-go a >> nth=0")
    page.wait_for_selector("html.live[data-at=start]")
    scene.check("/forms/ca-application/" in page.url and shown(visitor, "#carried"), "the guide's list of questions leads to the form")
    page.context.close()


def in_apps(scene):
    """Browsers within applications are warned of before anything else; the address can be copied."""
    context = scene.context()
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    plain = scene.visit("pickup", context=context)
    scene.check(not shown(plain, "#in-app"), "a browser is not warned of")
    context.close()
    for index, (name, agent) in enumerate(AGENTS.items()):
        context = scene.context(user_agent=f"Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/146 Mobile Safari/537.36 {agent}")
        if index % 2 == 0:
            context.grant_permissions(["clipboard-read", "clipboard-write"])
        visitor = scene.visit("pickup", context=context)
        page = visitor.page
        scene.check(f"在{name}里打开" in page.inner_text("#in-app") and "在浏览器打开" in page.inner_text("#in-app"), f"{name} is named")
        place = page.evaluate("['#in-app', '.intro', '#start'].map(s => document.querySelector(s).getBoundingClientRect().top)")
        scene.check(place == sorted(place) and place[0] < 400, f"{name}: before anything else: {place}")
        if index % 2:
            page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
        page.click("#copy-link")
        page.wait_for_selector("#copy-told:not(:empty)")
        scene.check(page.inner_text("#copy-told").startswith("已复制"), f"{name}: {page.inner_text('#copy-told')}")
        if index % 2 == 0:
            scene.check(page.evaluate("navigator.clipboard.readText()") == visitor.address, f"{name}: the address is copied")
        if name == "微信":
            look(scene, visitor, "start within an application")
        page.click("#begin")
        scene.check(visitor.screen == "s1", f"{name}: one may go on")
        context.close()


AREAS = [shared, device, clearing, history, tabs, forms, in_apps]
